using GarminConnect.Client;
using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Accounts;

/// <summary>What calls to Garmin need to know of the athlete.</summary>
internal sealed class AthleteProfiles(StateDb db, AccountStates accounts, GarminConnectClient garmin)
{
    /// <summary>The name that is part of the addresses of some health data, as it was read last; null when it was never read, or Garmin had none.</summary>
    public Task<string?> KnownDisplayNameAsync(string userId, CancellationToken cancellationToken) =>
        db.Set<GarminAccount>().Where(account => account.UserId == userId).Select(account => account.DisplayName).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Asks Garmin for that name and notes it; null when Garmin has none, which leaves the known one.</summary>
    /// <exception cref="GarminException">Garmin did not answer.</exception>
    public async Task<string?> ReadDisplayNameAsync(string userId, GarminSession session, CancellationToken cancellationToken)
    {
        var name = (await garmin.GetProfileAsync(session, cancellationToken)).DisplayName;
        if (name is not null)
        {
            await accounts.NoteDisplayNameAsync(userId, name, cancellationToken);
        }

        return name;
    }

    /// <summary>Notes the offset from UTC, in seconds, that was seen in Garmin's answers.</summary>
    public Task NoteUtcOffsetAsync(string userId, int seconds, CancellationToken cancellationToken) => accounts.NoteUtcOffsetAsync(userId, seconds, cancellationToken);
}

using GarminConnect.Client;
using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Accounts;

/// <summary>What calls to Garmin need to know of the athlete.</summary>
internal sealed class AthleteProfiles(StateDb db, AccountStates accounts, GarminConnectClient garmin)
{
    /// <summary>The name that is part of the addresses of health data; Garmin is asked for it once.</summary>
    /// <exception cref="GarminUnreachableException">Garmin did not answer, or its profile has no such name.</exception>
    public async Task<string> DisplayNameAsync(string userId, GarminSession session, CancellationToken cancellationToken)
    {
        if (await db.Set<GarminAccount>().Where(account => account.UserId == userId).Select(account => account.DisplayName).SingleOrDefaultAsync(cancellationToken) is { } known)
        {
            return known;
        }

        var name = (await garmin.GetProfileAsync(session, cancellationToken)).DisplayName
            ?? throw new GarminUnreachableException("the profile", "it has no display name, which is part of the addresses of health data");
        await accounts.NoteDisplayNameAsync(userId, name, cancellationToken);
        return name;
    }

    /// <summary>Notes the offset from UTC, in seconds, that was seen in Garmin's answers.</summary>
    public Task NoteUtcOffsetAsync(string userId, int seconds, CancellationToken cancellationToken) => accounts.NoteUtcOffsetAsync(userId, seconds, cancellationToken);
}

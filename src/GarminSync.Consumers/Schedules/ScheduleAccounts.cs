using CentralDb.Client;
using GarminSync.Consumers.Accounts;

namespace GarminSync.Consumers.Schedules;

/// <summary>The accounts that schedules are for.</summary>
internal sealed class ScheduleAccounts(AccountDirectory directory, AccountStates states)
{
    /// <summary>The linked account of the user; null when there is none.</summary>
    /// <param name="userId">CentralDB's id of the user.</param>
    /// <param name="lockIt">True: begins the transaction, and keeps the account from being unlinked until it ends.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CentralDbUnreachableException">The state store does not know the user and CentralDB did not answer.</exception>
    public async Task<GarminAccount?> FindAsync(string userId, bool lockIt, CancellationToken cancellationToken)
    {
        if (await directory.FindAsync(userId, cancellationToken) is not AccountLookup.Found { Account: var found })
        {
            return null;
        }

        return !lockIt ? found : await states.LockAsync(found.UserId, cancellationToken) is { Linked: true } locked ? locked : null;
    }
}

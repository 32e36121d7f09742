using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Accounts;

/// <summary>Forgets the tokens and the password of a linked account, and what other capabilities keep because it is linked.</summary>
internal sealed class Unlinking(AccountStates accounts, StoredCredentials credentials, UnsavedTokens unsaved, RenewalLease lease, IEnumerable<IUnlinkStep> steps)
{
    /// <summary>Part of the caller's unit of work, but for the tokens, which are gone at once.</summary>
    public async Task<GarminAccountUnlinked> UnlinkAsync(ConsumeContext context, string userId)
    {
        // A process that is renewing or resealing the tokens would store them once more.
        await using (await lease.TakeAsync(userId, context.CancellationToken))
        {
            await credentials.ForgetAsync(userId, context.CancellationToken);
            await unsaved.ForgetAsync(userId, context.CancellationToken);
        }

        await accounts.UnlinkAsync(userId, context.CancellationToken);
        foreach (var step in steps)
        {
            await step.UnlinkAsync(context, userId);
        }

        var unlinked = new GarminAccountUnlinked { UserId = userId };
        await context.Publish(unlinked, context.CancellationToken);
        return unlinked;
    }
}

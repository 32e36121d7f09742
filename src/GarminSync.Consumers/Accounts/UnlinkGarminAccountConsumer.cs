using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Accounts;

internal sealed class UnlinkGarminAccountConsumer(
    AccountDirectory directory, AccountStates accounts, StoredCredentials credentials, UnsavedTokens unsaved, RenewalLease lease, IEnumerable<IUnlinkStep> steps)
    : IConsumer<UnlinkGarminAccount>
{
    public async Task Consume(ConsumeContext<UnlinkGarminAccount> context)
    {
        var userId = context.Message.UserId;
        switch (await directory.FindAsync(userId, context.CancellationToken))
        {
            case AccountLookup.Found:
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
                await context.RespondAsync(unlinked);
                break;

            case AccountLookup.UnknownUser:
                await context.RespondAsync(new SyncRefused { Reason = SyncRefusals.UnknownUser, Detail = $"CentralDB has no user {userId}." });
                break;

            default:
                await context.RespondAsync(new SyncRefused { Reason = SyncRefusals.NotLinked, Detail = $"User {userId} has no linked Garmin account." });
                break;
        }
    }
}

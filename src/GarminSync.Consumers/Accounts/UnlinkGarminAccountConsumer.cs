using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Accounts;

internal sealed class UnlinkGarminAccountConsumer(
    AccountDirectory directory, AccountStates accounts, StoredCredentials credentials, UnsavedTokens unsaved, RenewalLease lease, StateDb db) : IConsumer<UnlinkGarminAccount>
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
                await CancelJobsAsync(context, userId);

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

    // Waiting jobs first, so that none of them gets the turn of one that is cancelled.
    private async Task CancelJobsAsync(ConsumeContext context, string userId)
    {
        var jobs = await db.Set<SyncJob>().Where(job => job.UserId == userId && job.FinishedAt == null)
            .OrderBy(job => job.StartedAt != null)
            .Select(job => job.CorrelationId)
            .ToListAsync(context.CancellationToken);
        foreach (var job in jobs)
        {
            await context.Publish(new CancelSync { JobId = job }, context.CancellationToken);
        }
    }
}

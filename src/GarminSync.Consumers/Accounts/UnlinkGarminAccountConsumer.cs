using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Accounts;

internal sealed class UnlinkGarminAccountConsumer(AccountDirectory directory, Unlinking unlinking) : IConsumer<UnlinkGarminAccount>
{
    public async Task Consume(ConsumeContext<UnlinkGarminAccount> context)
    {
        var userId = context.Message.UserId;
        switch (await directory.FindAsync(userId, context.CancellationToken))
        {
            case AccountLookup.Found:
                await context.RespondAsync(await unlinking.UnlinkAsync(context, userId));
                break;

            case AccountLookup.UnknownUser:
                await context.RespondAsync(new SyncRefused { Reason = SyncRefusals.UnknownUser, Detail = $"CentralDB has no user {userId}." });
                break;

            case AccountLookup.BeingErased:
                await context.RespondAsync(UserErasures.Refusal(userId));
                break;

            default:
                await context.RespondAsync(new SyncRefused { Reason = SyncRefusals.NotLinked, Detail = $"User {userId} has no linked Garmin account." });
                break;
        }
    }
}

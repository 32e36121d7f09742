using CentralDb.Client;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Erasure;

/// <summary>Takes the order to erase a user, and says how far that is. <see cref="ErasureRunner"/> carries it out.</summary>
internal sealed partial class UserErasureConsumer(
    StateDb db, AccountDirectory directory, UserErasures erasures, Unlinking unlinking, CentralDbClient centralDb, ILogger<UserErasureConsumer> logger)
    : IConsumer<EraseUser>, IConsumer<GetUserErasure>
{
    public async Task Consume(ConsumeContext<EraseUser> context)
    {
        try
        {
            await BeginAsync(context);
        }
        catch (Exception exception) when (exception is CentralDbUnreachableException or CentralDbRejectedException)
        {
            // Nothing is noted yet: CentralDB is asked before.
            await context.RespondAsync(new SyncRefused { Reason = SyncRefusals.CentralDbUnreachable, Detail = exception.Message });
        }
    }

    private async Task BeginAsync(ConsumeContext<EraseUser> context)
    {
        if (await FindAsync(context.Message.UserId, context.CancellationToken) is not { } userId)
        {
            await context.RespondAsync(new SyncRefused { Reason = SyncRefusals.UnknownUser, Detail = $"CentralDB has no user {context.Message.UserId}." });
            return;
        }

        // Cancels the jobs and ends the schedule; from here on a sync of the user is refused.
        if (await directory.FindAsync(userId, context.CancellationToken) is AccountLookup.Found)
        {
            await unlinking.UnlinkAsync(context, userId);
        }

        var erasure = await erasures.BeginAsync(userId, context.CancellationToken);
        LogAskedFor(userId);
        await context.RespondAsync(ToContract(erasure));
    }

    public async Task Consume(ConsumeContext<GetUserErasure> context)
    {
        var userId = context.Message.UserId;
        if (await erasures.FindAsync(userId, context.CancellationToken) is { } erasure)
        {
            await context.RespondAsync(ToContract(erasure));
        }
        else
        {
            await context.RespondAsync(new SyncRefused { Reason = SyncRefusals.UnknownUser, Detail = $"No erasure of a user {userId} is under way, or has ended within a day." });
        }
    }

    /// <summary>The id as it is stored; null when nobody knows the user.</summary>
    private async Task<string?> FindAsync(string userId, CancellationToken cancellationToken)
    {
        var isKnown = await db.Set<GarminAccount>().AnyAsync(account => account.UserId == userId, cancellationToken)
            || await erasures.IsUnderWayAsync(userId, cancellationToken);

        // CentralDB may spell the id in another way, such as a UUID without capitals.
        return isKnown ? userId : (await centralDb.GetUserAsync(userId, cancellationToken))?.Id;
    }

    private static UserErasureStatus ToContract(UserErasure erasure) => new()
    {
        UserId = erasure.UserId,
        State = erasure.ErasedAt is null ? UserErasureStates.UnderWay : UserErasureStates.Erased,
        RequestedAt = erasure.RequestedAt,
        ErasedAt = erasure.ErasedAt,
        Reason = erasure.Reason,
        NotErased = erasure.NotErased,
    };

    [LoggerMessage(2405, LogLevel.Information, "User {UserId} is to be erased")]
    private partial void LogAskedFor(string userId);
}

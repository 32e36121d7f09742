using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Schedules;

/// <summary>Asks Garmin whether there is anything new, and for a sync if there may be.</summary>
/// <remarks>
/// Where Garmin cannot be asked now, a job waits for it as it waits for everything (<see cref="TroubleJudge"/>), and the next times join it. Only where a person has to
/// log in there is none: it would be refused.
/// </remarks>
internal sealed partial class LookForNewsConsumer(
    StateDb db, WorkAttempts attempts, GarminRequestCounts requests, AccountTrouble trouble, DeviceNews device, LastSyncs lastSyncs, ILogger<LookForNewsConsumer> logger) : IConsumer<LookForNews>
{
    public async Task Consume(ConsumeContext<LookForNews> context)
    {
        var look = context.Message;
        var account = await db.Set<GarminAccount>().AsNoTracking().SingleOrDefaultAsync(row => row.UserId == look.UserId, context.CancellationToken);
        if (account is not { Linked: true, NeedsLogin: false })
        {
            return;
        }

        var request = new SyncRequested { UserId = look.UserId, JobId = look.JobId, Kinds = look.Kinds };
        var began = await lastSyncs.BeganAsync(request, context.CancellationToken);
        if (account.RateLimitedUntil > attempts.Clock.GetUtcNow() || began is null || await IsWorthItAsync(context, began.Value))
        {
            await context.Publish(request, publish => publish.MessageId = look.JobId, context.CancellationToken);
        }
    }

    private async Task<bool> IsWorthItAsync(ConsumeContext<LookForNews> context, DateTimeOffset began)
    {
        var userId = context.Message.UserId;
        var now = attempts.Clock.GetUtcNow();
        if (began <= now - DeviceNews.Longest)
        {
            return true;
        }

        var isNew = true;
        var attempt = attempts.Of(userId);
        var met = await attempt.RunAsync(
            async session =>
            {
                isNew = await device.MayChangeAsync([began], session, now, context.CancellationToken);
                return null;
            },
            context.CancellationToken);
        await requests.AddAsync(userId, attempt.GarminRequests, context.CancellationToken);
        if (met is not null)
        {
            LogNotAsked(userId, met.Reason);
            return (await trouble.RememberAsync(context, userId, met)).Action != TroubleAction.WaitForLogin;
        }

        await trouble.ForgetRateLimitsAsync(userId, context.CancellationToken);
        if (!isNew)
        {
            LogNothingNew(userId, began);
        }

        return isNew;
    }

    [LoggerMessage(3621, LogLevel.Information, "User {UserId}: whether there is anything new could not be found out: {Reason}")]
    private partial void LogNotAsked(string userId, string reason);

    [LoggerMessage(3622, LogLevel.Debug, "User {UserId}: no device has uploaded anything since the sync of {Began:u}")]
    private partial void LogNothingNew(string userId, DateTimeOffset began);
}

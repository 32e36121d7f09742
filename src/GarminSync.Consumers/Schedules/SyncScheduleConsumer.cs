using CentralDb.Client;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers.Schedules;

/// <summary>Sets, removes and shows the schedule of an account.</summary>
internal sealed partial class SyncScheduleConsumer(
    StateDb db,
    ScheduleAccounts accounts,
    ScheduleRows rows,
    SchedulableKinds kinds,
    NextSyncs nextSyncs,
    IOptions<ScheduleOptions> options,
    TimeProvider clock,
    ILogger<SyncScheduleConsumer> logger) : IConsumer<SetSyncSchedule>, IConsumer<RemoveSyncSchedule>, IConsumer<GetSyncSchedule>
{
    public async Task Consume(ConsumeContext<SetSyncSchedule> context)
    {
        var (request, now) = (context.Message, clock.GetUtcNow());
        var problems = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (request.FollowDefault == true)
        {
            await FollowDefaultAsync(context, problems);
            return;
        }

        var text = new ScheduleText(request.Every, request.Cron, request.TimeZone);
        kinds.Check(request.Kinds, problems);
        if (text.Read(now, problems) is not { } rule)
        {
            await context.RespondAsync(Refused(problems));
            return;
        }

        await ForAsync(context, request.UserId, mayWrite: true, async account =>
        {
            var kept = text.ToKeep(rule);
            var row = new ScheduleRow
            {
                UserId = account.UserId,
                Every = kept.Every,
                Cron = kept.Cron,
                TimeZone = kept.TimeZone,
                Kinds = request.Kinds is { Count: > 0 } named ? string.Join(',', named.Distinct()) : null,
                Smart = request.Smart ?? false,
                NextRunAt = rule.Next(account.UserId, now, options.Value.CronWindow),
            };
            await rows.PutAsync(row, context.CancellationToken);
            await db.CommitAsync(context.CancellationToken);
            LogSet(row.UserId, row.Every ?? row.Cron, row.TimeZone, row.NextRunAt);
            return Answer(account, row);
        });
    }

    public Task Consume(ConsumeContext<RemoveSyncSchedule> context) => ForAsync(context, context.Message.UserId, mayWrite: true, async account =>
    {
        // Kept as a row without a rule: an account without a row follows the default.
        await rows.PutAsync(new ScheduleRow { UserId = account.UserId }, context.CancellationToken);
        await db.CommitAsync(context.CancellationToken);
        LogRemoved(account.UserId);
        return new SyncScheduleRemoved { UserId = account.UserId };
    });

    public Task Consume(ConsumeContext<GetSyncSchedule> context) => ForAsync(
        context,
        context.Message.UserId,
        mayWrite: false,
        async account => Answer(account, await db.Set<ScheduleRow>().AsNoTracking().SingleOrDefaultAsync(row => row.UserId == account.UserId, context.CancellationToken)));

    private async Task FollowDefaultAsync(ConsumeContext<SetSyncSchedule> context, SortedDictionary<string, string> problems)
    {
        var request = context.Message;
        if (request is not { Every: null, Cron: null, TimeZone: null, Kinds: null or { Count: 0 }, Smart: null or false })
        {
            problems["followDefault"] = "must stand alone";
            await context.RespondAsync(Refused(problems));
            return;
        }

        await ForAsync(context, request.UserId, mayWrite: true, async account =>
        {
            var rule = options.Value.Default.Text?.ReadKept();
            var kept = rule is null ? null : options.Value.Default.Text!.ToKeep(rule);
            var row = new ScheduleRow
            {
                UserId = account.UserId,
                FollowsDefault = true,
                Every = kept?.Every,
                Cron = kept?.Cron,
                TimeZone = kept?.TimeZone,
                NextRunAt = rule?.Next(account.UserId, clock.GetUtcNow(), options.Value.CronWindow),
            };
            await rows.PutAsync(row, context.CancellationToken);
            await db.CommitAsync(context.CancellationToken);
            LogFollows(row.UserId, row.NextRunAt);
            return Answer(account, row);
        });
    }

    private static SyncRefused Refused(SortedDictionary<string, string> problems) => new()
    {
        Reason = SyncRefusals.InvalidRequest,
        Detail = string.Join("; ", problems.Select(problem => $"{problem.Key} {problem.Value}")) + ".",
        Fields = problems,
    };

    private SyncSchedule Answer(GarminAccount account, ScheduleRow? row)
    {
        var ofAll = options.Value.Default;
        var isDefault = row?.FollowsDefault ?? true;
        var text = isDefault ? ofAll.Text : row!.Text;
        var has = text is { Every: not null } or { Cron: not null };
        var rule = has ? text!.ReadKept() : null;
        var kept = rule is null ? text : text!.ToKeep(rule);
        return new SyncSchedule
        {
            UserId = account.UserId,
            Source = !has ? SyncScheduleSources.None : isDefault ? SyncScheduleSources.Default : SyncScheduleSources.Own,
            Every = kept?.Every,
            Cron = kept?.Cron,
            TimeZone = kept?.TimeZone,
            Kinds = !has ? [] : (isDefault ? ofAll.KindList : row!.KindList) ?? kinds.All,
            Smart = has && (isDefault ? ofAll.Smart : row!.Smart),
            NextSyncAt = rule is null ? null : nextSyncs.Of(account, row),
        };
    }

    private async Task ForAsync(ConsumeContext context, string userId, bool mayWrite, Func<GarminAccount, Task<object>> answer)
    {
        object told;
        try
        {
            told = await accounts.FindAsync(userId, mayWrite, context.CancellationToken) is { } account
                ? await answer(account)
                : new SyncRefused { Reason = SyncRefusals.NotLinked, Detail = $"User {userId} has no linked Garmin account." };
        }
        catch (Exception exception) when (exception is CentralDbUnreachableException or CentralDbRejectedException)
        {
            told = new SyncRefused { Reason = SyncRefusals.CentralDbUnreachable, Detail = exception.Message };
        }

        await context.RespondAsync(told, told.GetType());
    }

    [LoggerMessage(3611, LogLevel.Information, "User {UserId} is synchronised by schedule: {Rule}, {TimeZone}; next at {Next:u}")]
    private partial void LogSet(string userId, string? rule, string? timeZone, DateTimeOffset? next);

    [LoggerMessage(3613, LogLevel.Information, "User {UserId} follows the default schedule again; next at {Next:u}")]
    private partial void LogFollows(string userId, DateTimeOffset? next);

    [LoggerMessage(3612, LogLevel.Information, "User {UserId} is not synchronised by schedule any more")]
    private partial void LogRemoved(string userId);
}

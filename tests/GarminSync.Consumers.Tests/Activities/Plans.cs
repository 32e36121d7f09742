using System.Text.Json;
using GarminConnect.Client;
using GarminConnect.Client.Tests;
using GarminSync.Consumers.Activities;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GarminSync.Consumers.Tests.Activities;

/// <summary>Garmin's list and the ledger of one account, and the plan that is made from both.</summary>
internal static class Plans
{
    public const string User = "7";

    /// <summary>A row of which the hash is known that older versions made of it.</summary>
    public const string KnownRow = """
        {"activityId":12000000001,"activityName":"Morning Run","startTimeLocal":"2026-01-08 08:10:21","startTimeGMT":"2026-01-08 14:10:21",
         "activityType":{"typeKey":"trail_running"},"distance":4261.18,"duration":2223.3,"elapsedDuration":2225.4,"movingDuration":2216.0,"elevationGain":151.0,
         "elevationLoss":147.0,"averageSpeed":1.917,"calories":390.0,"averageHR":142.0,"maxHR":162.0,"avgPower":194.0,"steps":5310,"deviceId":3618356072,"manualActivity":false}
        """;

    public const string OldHashOfKnownRow = "561e14c15dc9698c7efca53e003ff6c322ce72b34b01c1579cca6801883d14da";

    public static readonly SyncScope All = new() { Kinds = [SyncKinds.Activities], Formats = [ActivityFileFormats.Original] };

    /// <summary>Midnight (UTC) that many days ago, and an hour.</summary>
    public static DateTimeOffset Day(int daysAgo) => new(TimeProvider.System.GetUtcNow().Date - TimeSpan.FromDays(daysAgo) + TimeSpan.FromHours(1), TimeSpan.Zero);

    public static Task<CapabilityHost> StartAsync(string[] rows, params (string Name, string Value)[] settings) => CapabilityHost.StartAsync(Pages(rows), settings);

    public static Task<CapabilityHost> StartAsync(string[] rows, TimeProvider clock) => CapabilityHost.StartAsync(Pages(rows), clock);

    /// <summary>Makes these the pages of Garmin's list, and what is on them all that Garmin has.</summary>
    public static void List(this CapabilityHost host, params string[][] pages) => host.Garmin.AnswerWith(Pages(pages));

    /// <summary>Makes this the list, while Garmin has these activities besides.</summary>
    public static void ListWithout(this CapabilityHost host, string[] rows, params long[] hidden) => host.Garmin.AnswerWith(Garmin([rows], hidden));

    /// <summary>What the service asks for besides pages of the list.</summary>
    public static IReadOnlyList<string> Questions(this CapabilityHost host) =>
        [.. host.Garmin.Requests.Select(request => request.Target).Where(target => !target.Contains("search", StringComparison.Ordinal))];

    public static string Row(long id, int daysAgo, string name = "Run") => Row(id, Day(daysAgo), name);

    public static string Row(long id, DateTimeOffset start, string name = "Run") => JsonSerializer.Serialize(new
    {
        activityId = id,
        activityName = name,
        startTimeGMT = start.ToString("yyyy-MM-dd HH:mm:ss"),
    });

    /// <summary>Plans, and saves what that changed.</summary>
    public static Task<SyncPlan> PlanAsync(this CapabilityHost host, SyncScope scope) => host.InScopeAsync(services => PlanAsync(services, scope));

    public static Task<SyncPlan> PlanAsync(IServiceProvider services, SyncScope scope) =>
        services.GetServices<ISyncKind>().Single(kind => kind.Kind == SyncKinds.Activities).PlanAsync(GarminHarness.Session(), User, scope, CancellationToken.None);

    extension(SyncPlan plan)
    {
        /// <summary>What is no longer there.</summary>
        public IReadOnlyList<ActivityDeleted> Gone => [.. plan.Events.Select(found => (ActivityDeleted)found.Event)];
    }

    /// <summary>Puts the rows into the ledger, each with two records in CentralDB.</summary>
    public static Task RememberAsync(this CapabilityHost host, params string[] rows) => host.RememberAsync(syncedAt: default, rows);

    public static Task RememberAsync(this CapabilityHost host, DateTimeOffset syncedAt, params string[] rows) => host.InScopeAsync(services =>
    {
        services.GetRequiredService<StateDb>().AddRange(rows.Select(row => GarminActivity.FromRow(JsonDocument.Parse(row).RootElement)!).Select(activity => new SyncedActivity
        {
            UserId = User,
            GarminActivityId = activity.ActivityId,
            ContentHash = activity.ContentHash,
            Formats = ActivityFileFormats.Original,
            Revision = 1,
            StartTime = activity.StartTime,
            Day = activity.Day,
            ParentId = activity.ParentId,
            SyncedAt = syncedAt,
            CentralDbIds = $"{activity.ActivityId}01,{activity.ActivityId}02",
        }));
        return Task.CompletedTask;
    });

    /// <summary>Makes the first row know the ids of its legs, as if its order had said them.</summary>
    public static Task KnowLegsAsync(this CapabilityHost host, string? legIds) => host.InScopeAsync(async services =>
        (await services.GetRequiredService<StateDb>().Set<SyncedActivity>().OrderBy(row => row.GarminActivityId).FirstAsync()).LegIds = legIds);

    /// <summary>Notes that a job has given these rows up.</summary>
    public static Task GiveUpAsync(this CapabilityHost host, string reason, params string[] rows) => host.InScopeAsync(async services =>
    {
        foreach (var row in rows)
        {
            var item = new WorkItem { Order = JsonSerializer.Serialize(new ActivityOrder { Row = row, Formats = All.Formats }), Reason = reason };
            await services.GetServices<ISyncKind>().Single(kind => kind.Kind == SyncKinds.Activities).GiveUpAsync(new SyncJob { UserId = User }, item, CancellationToken.None);
        }
    });

    /// <summary>What was given up.</summary>
    public static Task<List<GivenUpActivity>> NotesAsync(this CapabilityHost host) => host.InScopeAsync(services =>
        services.GetRequiredService<StateDb>().Set<GivenUpActivity>().AsNoTracking().ToListAsync());

    public static Task<List<SyncedActivity>> LedgerAsync(this CapabilityHost host) => host.InScopeAsync(services =>
        services.GetRequiredService<StateDb>().Set<SyncedActivity>().AsNoTracking().OrderBy(activity => activity.GarminActivityId).ToListAsync());

    /// <summary>A job that ended, with one item of activities in each of these states.</summary>
    public static Task AddJobAsync(this CapabilityHost host, string state, bool listedAll, int daysAgo = 1, params WorkItemState[] items) =>
        host.AddJobAsync(state, listedAll, daysAgo, [.. items.Select((item, index) => (1000L + index, item))]);

    public static Task AddJobAsync(this CapabilityHost host, string state, bool listedAll, int daysAgo, params (long ActivityId, WorkItemState State)[] items) => host.InScopeAsync(services =>
    {
        var id = Guid.NewGuid();
        services.GetRequiredService<StateDb>().AddRange(items.Select(item => new WorkItem
        {
            Id = Guid.NewGuid(),
            JobId = id,
            Kind = SyncKinds.Activities,
            Key = $"{item.ActivityId}",
            State = item.State,
            Attempts = 1,
        }));
        services.GetRequiredService<StateDb>().Add(new SyncJob
        {
            CorrelationId = id,
            UserId = User,
            CurrentState = state,
            Scope = All,
            ListedAllActivities = listedAll,
            PlannedAt = TimeProvider.System.GetUtcNow().AddDays(-daysAgo),
        });
        return Task.CompletedTask;
    });

    private static RequestDelegate Pages(params string[][] pages) => Garmin(pages, hidden: []);

    // A page begins where the ones before it end; what follows the last is empty.
    private static RequestDelegate Garmin(string[][] pages, long[] hidden)
    {
        var there = pages.SelectMany(page => page).Select(row => JsonDocument.Parse(row).RootElement.GetProperty("activityId").GetInt64()).Union(hidden).ToHashSet();
        return context =>
        {
            var path = context.Request.Path.Value!;
            if (path.EndsWith("/count", StringComparison.Ordinal))
            {
                return Answer.Json($$"""{"totalCount":{{there.Count}},"multisportChildCount":0}""")(context);
            }

            if (path.StartsWith("/activity-service/", StringComparison.Ordinal))
            {
                return Answer.Json("{}", there.Contains(long.Parse(path.Split('/')[^1])) ? 200 : 404)(context);
            }

            var start = int.Parse(context.Request.Query["start"]!);
            var page = pages.Where((_, index) => pages.Take(index).Sum(before => before.Length) == start).FirstOrDefault([]);
            return Answer.Json($"[{string.Join(',', page)}]")(context);
        };
    }
}

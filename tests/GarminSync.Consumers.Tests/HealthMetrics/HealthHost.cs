using System.Runtime.ExceptionServices;
using GarminConnect.Client;
using GarminConnect.Client.Health;
using GarminConnect.Client.Tests;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.HealthMetrics;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GarminSync.Consumers.Tests.HealthMetrics;

using Answer = GarminSync.Testing.Answer;

/// <summary>Planning and importing with a scripted Garmin, which has nothing but what the test gives it.</summary>
internal sealed class HealthHost(CapabilityHost host, ShiftedClock clock) : IAsyncDisposable
{
    public const string User = "7";

    /// <summary>At eleven in UTC, twelve at the athlete's.</summary>
    public static readonly DateOnly Today = new(2026, 3, 1);

    public CapabilityHost Host => host;

    public ShiftedClock Clock => clock;

    public static Task<HealthHost> StartAsync(params (string Path, string Json)[] answers) => StartAsync([], answers);

    public static async Task<HealthHost> StartAsync((string Name, string Value)[] settings, params (string Path, string Json)[] answers)
    {
        var clock = new ShiftedClock(new DateTimeOffset(Today, new TimeOnly(11, 0), TimeSpan.Zero));
        var started = new HealthHost(await CapabilityHost.StartAsync(Garmin(answers), clock, settings), clock);
        await started.Host.InScopeAsync(services =>
        {
            services.GetRequiredService<StateDb>().Add(new GarminAccount { UserId = User, UserName = "a", DisplayName = "runner01", Linked = true, UtcOffsetSeconds = 3600 });
            return Task.CompletedTask;
        });
        return started;
    }

    /// <summary>Garmin's own words for a status, as they were recorded.</summary>
    public static string Words(int status) => $$"""{"message":"HTTP {{status}} {{(status == 403 ? "Forbidden" : "Not Found")}}","error":"{{(status == 403 ? "ForbiddenException" : "NotFoundException")}}"}""";

    /// <summary>Answers paths that start so with a JSON, or, where that is a number, with that status in Garmin's own words; all others with 204.</summary>
    public static RequestDelegate Garmin(params (string Path, string Json)[] answers) => context =>
    {
        var path = context.Request.Path.Value!.TrimStart('/');
        var json = answers.Where(answer => path.StartsWith(answer.Path, StringComparison.Ordinal)).Select(answer => answer.Json).FirstOrDefault();
        return (json is null ? Answer.Status(204) : int.TryParse(json, out var status) ? Answer.Json(Words(status), status) : Answer.Json(json))(context);
    };

    public static SyncScope Scope(DateOnly? from = null, DateOnly? to = null, params string[] metrics) => new()
    {
        Kinds = [SyncKinds.Health],
        Formats = [],
        StartDate = from,
        EndDate = to,
        Metrics = metrics.Length > 0 ? metrics : null,
    };

    public async Task<IReadOnlyList<HealthMetricOrder>> PlanAsync(SyncScope scope) =>
        [.. (await PlanWholeAsync(scope)).Items.OrderBy(item => item.Rank).Select(item => System.Text.Json.JsonSerializer.Deserialize<HealthMetricOrder>(item.Order)!)];

    public Task<SyncPlan> PlanWholeAsync(SyncScope scope) => host.InScopeAsync(services =>
        services.GetServices<ISyncKind>().Single(kind => kind.Kind == SyncKinds.Health).PlanAsync(GarminHarness.Session(), User, scope, CancellationToken.None));

    /// <summary>Does the order as the consumer would, which saves what was done whatever stopped the rest; returns what is to follow, and the import.</summary>
    public async Task<(Trouble? Met, HealthMetricImport Import)> ImportAsync(HealthMetricOrder order, GarminSession? session = null, int failures = 0, int? attempt = null)
    {
        ExceptionDispatchInfo? thrown = null;
        var ended = await host.InScopeAsync<(Trouble?, HealthMetricImport)>(async services =>
        {
            var importer = services.GetRequiredService<HealthMetricImporter>();
            var fetch = new FetchHealthMetrics { JobId = Guid.NewGuid(), ItemId = Guid.NewGuid(), Attempt = attempt ?? failures + 1, Failures = failures, UserId = User, Order = order };
            var import = await importer.BeginAsync(fetch, CancellationToken.None);
            try
            {
                return (await importer.RunAsync(import, session ?? GarminHarness.Session(), CancellationToken.None) ?? import.Trouble, import);
            }
            catch (Exception exception)
            {
                thrown = ExceptionDispatchInfo.Capture(exception);
                return (null, import);
            }
        });
        thrown?.Throw();
        return ended;
    }

    /// <summary>An order as a plan would have it.</summary>
    public HealthMetricOrder Order(DateOnly from, DateOnly to, params string[] metrics) =>
        new() { Endpoint = "", From = from, To = to, Metrics = metrics, PlannedAt = clock.GetUtcNow() };

    /// <summary>How often paths with this text in them were asked for.</summary>
    public int Asked(string path) => host.Garmin.Requests.Count(request => request.Target.Contains(path, StringComparison.Ordinal));

    /// <summary>Nights, as the range call answers them.</summary>
    public static string Nights(IEnumerable<DateOnly> days) =>
        $$"""{"individualStats":[{{string.Join(',', days.Select(day => $$$"""{"calendarDate":"{{{day:yyyy-MM-dd}}}","values":{"totalSleepTimeInSeconds":27000}}"""))}}]}""";

    /// <summary>The days of a range call, from the end of its path.</summary>
    public static DayRange RangeOf(HttpContext context)
    {
        var path = context.Request.Path.Value!.Split('/');
        return new DayRange(DateOnly.Parse(path[^2], System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(path[^1], System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Plans and imports everything; returns the events.</summary>
    public async Task<IReadOnlyList<HealthMetricsSynced>> SyncAsync(SyncScope scope)
    {
        var events = new List<HealthMetricsSynced>();
        foreach (var order in await PlanAsync(scope))
        {
            if ((await ImportAsync(order)).Import.ToEvent() is { } synced)
            {
                events.Add((HealthMetricsSynced)synced.Event);
            }
        }

        return events;
    }

    public Task<List<SyncedMetricDay>> LedgerAsync(string metric) => host.InScopeAsync(services =>
        services.GetRequiredService<StateDb>().Set<SyncedMetricDay>().AsNoTracking().Where(row => row.Metric == metric).OrderBy(row => row.Day).ToListAsync());

    /// <summary>The whole ledger.</summary>
    public Task<List<SyncedMetricDay>> LedgerAsync() => host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<SyncedMetricDay>().AsNoTracking().ToListAsync());

    public ValueTask DisposeAsync() => host.DisposeAsync();
}

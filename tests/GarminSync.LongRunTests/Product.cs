using GarminConnect.Simulator.Athletes;
using GarminSync.Bus;
using GarminSync.Consumers;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.HealthMetrics;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shouldly;

namespace GarminSync.LongRunTests;

/// <summary>
/// All consumers and the saga in one process, on the in-memory bus and SQLite. What goes by the clock, the test lets happen. It may end and start again on its data.
/// </summary>
internal sealed class Product : IAsyncDisposable
{
    // A long run is done beside other work, and may have to wait for the machine.
    private static readonly TimeSpan Patience = LongSize.IsFull ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(3);

    // A job that is due at once is given at least so much time: two that wait for each other would keep the clock from moving.
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("garminsync-long-");
    private readonly Uri _garmin;
    private readonly Uri _centralDb;
    private readonly ShiftedClock _clock;
    private Receipts _receipts = new();
    private IHost _host;

    private Product(Uri garmin, Uri centralDb, ShiftedClock clock)
    {
        (_garmin, _centralDb, _clock) = (garmin, centralDb, clock);
        _host = Build();
    }

    public static async Task<Product> StartAsync(Uri garmin, Uri centralDb, ShiftedClock clock)
    {
        var product = new Product(garmin, centralDb, clock);
        await product.StartHostAsync();
        return product;
    }

    /// <summary>The process ends in the midst of its work, and another one goes on.</summary>
    public async Task RestartAsync()
    {
        await StopHostAsync();
        (_receipts, _host) = (new Receipts(), Build());
        await StartHostAsync();

        // All that was on its way is lost, and looked for at once.
        await DispatchAsync();
    }

    /// <summary>A person links the account, or logs in again.</summary>
    /// <returns>The user in CentralDB; null when Garmin or CentralDB would not.</returns>
    public async Task<string?> LinkAsync(string email)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StateDb>();
        try
        {
            var outcome = await scope.ServiceProvider.GetRequiredService<LinkByPassword>().LinkAsync(email, AthleteSpec.DefaultPassword, CancellationToken.None);
            await db.BeginAsync(CancellationToken.None);
            await db.CommitAsync(CancellationToken.None);
            return (outcome as LinkingOutcome.Linked)?.UserId;
        }
        catch (Exception exception) when (exception is global::CentralDb.Client.CentralDbUnreachableException or global::CentralDb.Client.CentralDbRejectedException)
        {
            return null;
        }
    }

    /// <summary>Asks for a sync, as a scheduler does: a refusal is not asked about again.</summary>
    public async Task<bool> SyncAsync(SyncRequested request)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<IScopedClientFactory>()
            .CreateRequestClient<SyncRequested>(Patience).GetResponse<SyncAccepted, SyncRefused>(request);
        return answer.Message is SyncAccepted;
    }

    /// <summary>Lets time pass, in which all happens that is due.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var end = _clock.GetUtcNow() + time;
        await QuietAsync();
        while (await NextAsync() is { } due && due < end)
        {
            var now = _clock.GetUtcNow();
            _clock.Advance(due > now ? due - now : Step);
            await DispatchAsync();
            await QuietAsync();
        }

        if (end > _clock.GetUtcNow())
        {
            _clock.Advance(end - _clock.GetUtcNow());
        }

        await ActivatorUtilities.CreateInstance<LoginRechecks>(_host.Services).RecheckAsync(CancellationToken.None);
        await DispatchAsync();
    }

    public async Task<T> ReadAsync<T>(Func<StateDb, Task<T>> read)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<StateDb>());
    }

    public Task<List<SyncJob>> OpenJobsAsync() => ReadAsync(db => db.Set<SyncJob>().AsNoTracking().Where(job => job.FinishedAt == null).ToListAsync());

    /// <summary>The jobs that were asked for since then, and have not ended as completed.</summary>
    public Task<List<SyncJob>> EndedBadlySinceAsync(DateTimeOffset since) => ReadAsync(db => db.Set<SyncJob>().AsNoTracking()
        .Where(job => job.RequestedAt >= since && job.FinishedAt != null && job.CurrentState != nameof(SyncJobStateMachine.Completed)).ToListAsync());

    public async Task<Coverage> CoverageAsync(string userId, DateOnly from, DateOnly to)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var question = new GetCoverage { UserId = userId, From = $"{from:yyyy-MM-dd}", To = $"{to:yyyy-MM-dd}" };
        return (Coverage)await ActivatorUtilities.CreateInstance<CoverageReport>(scope.ServiceProvider).OfAsync(question, CancellationToken.None);
    }

    /// <summary>Waits until nobody works and no message is on its way; fails when a handler has.</summary>
    public async Task QuietAsync()
    {
        await Eventually.Get(
            async () => _receipts.Idle && !await IsBusyAsync() && _receipts.Idle ? "" : await DescribeWorkAsync(),
            busy => busy.Length == 0,
            Patience,
            what: "nobody to be at work");
        _receipts.Failures.ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await StopHostAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    public static string Describe(SyncJob job) =>
        $"{job.CurrentState} of {job.UserId}, in flight {job.InFlight}, wakes {job.WakeAt:u}, paused until {job.PausedUntil:u}: {job.Reason}";

    // A job that has fallen due is not: nobody works for it before it is woken. Nor is a paused one whose orders were lost when the process ended: it takes them back
    // when its pause is over, and that the clock has to reach.
    private static bool IsBusy(SyncJob job, IReadOnlyList<SyncJob> open, HashSet<Guid> withLease) =>
        (job.InFlight > 0 && (job.CurrentState != nameof(SyncJobStateMachine.Paused) || withLease.Contains(job.CorrelationId)))
        || job.LeaseUntil is not null || IsGivenItsTurn(job, open);

    private static bool IsGivenItsTurn(SyncJob job, IReadOnlyList<SyncJob> open) =>
        IsQueued(job) && open.All(other => other.UserId != job.UserId || IsQueued(other));

    private static bool IsQueued(SyncJob job) => job.CurrentState == nameof(SyncJobStateMachine.Queued);

    private async Task<string> DescribeWorkAsync()
    {
        var items = await ReadAsync(db => db.Set<WorkItem>().AsNoTracking().Where(item => item.State == WorkItemState.InFlight).ToListAsync());
        var waiting = await ReadAsync(db => db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM outbox").SingleAsync());
        return string.Join("; ", (await OpenJobsAsync()).Select(Describe)
            .Concat(items.Select(item => $"{item.Kind} {item.Key} of job {item.JobId} in flight, try {item.Attempts}, begun by {item.StartedBy}, worker {item.Worker}, lease until {item.LeaseUntil:O}"))
            .Append($"{waiting} messages in the outbox, {(_receipts.Idle ? "nobody" : "somebody")} handles one, {_clock.GetUtcNow():O}"));
    }

    private async Task<bool> IsBusyAsync()
    {
        var open = await OpenJobsAsync();
        var now = _clock.GetUtcNow();
        var withLease = await ReadAsync(db => db.Set<WorkItem>().Where(item => item.State == WorkItemState.InFlight && item.LeaseUntil > now).Select(item => item.JobId).ToListAsync());
        return open.Any(job => IsBusy(job, open, [.. withLease])) || await ReadAsync(db => db.Database.SqlQuery<DateTime>($"SELECT sweep_after AS \"Value\" FROM outbox").AnyAsync());
    }

    private Task<DateTimeOffset?> NextAsync() => ReadAsync(db => db.Set<SyncJob>().Where(job => job.WakeAt != null).MinAsync(job => job.WakeAt));

    private async Task DispatchAsync()
    {
        var now = _clock.GetUtcNow();
        var due = Math.Min(100, await ReadAsync(db => db.Set<SyncJob>().CountAsync(job => job.WakeAt <= now)));
        var woken = _receipts.Woken;
        await ActivatorUtilities.CreateInstance<Dispatcher>(_host.Services).DispatchAsync(CancellationToken.None);
        await Eventually.Is(() => _receipts.Woken >= woken + due, Patience);
    }

    private async Task StartHostAsync()
    {
        var bus = _host.Services.GetRequiredService<IBus>();
        bus.ConnectReceiveObserver(_receipts);
        bus.ConnectConsumeMessageObserver(_receipts);
        await _host.StartAsync();
    }

    private async Task StopHostAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private IHost Build()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Transport"] = "InMemory",
            ["DataFolder"] = _folder.FullName,
            ["Garmin:Sandbox"] = "true",
            ["Garmin:SsoUrl"] = _garmin.ToString(),
            ["Garmin:DiAuthUrl"] = _garmin.ToString(),
            ["Garmin:ConnectApiUrl"] = _garmin.ToString(),
            ["Garmin:ConnectUrl"] = _garmin.ToString(),
            ["Garmin:RequestsPerSecond"] = "1000",
            ["Garmin:RetryDelay"] = "00:00:00.001",
            ["Garmin:WidgetPause"] = "00:00:00",
            ["Garmin:PortalPause"] = "00:00:00",
            ["CentralDb:Url"] = _centralDb.ToString(),
            ["CentralDb:RetryDelay"] = "00:00:00.001",
            ["Activities:DeleteFromCentralDb"] = "true",
            ["State:Provider"] = "Sqlite",
        });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddConsumerServices(builder.Configuration);
        string[] byTheClock = [nameof(Dispatcher), nameof(LoginRechecks)];
        foreach (var service in builder.Services.Where(service => byTheClock.Contains(service.ImplementationType?.Name)).ToList())
        {
            builder.Services.Remove(service);
        }

        builder.Services.AddGarminSyncBus(builder.Configuration, bus => bus.AddConsumersAndSaga());
        builder.Services.Configure<MassTransitHostOptions>(host => host.WaitUntilStarted = true);
        return builder.Build();
    }
}

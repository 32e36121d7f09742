using GarminSync.Bus;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Erasure;
using GarminSync.Consumers.Schedules;
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
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

/// <summary>
/// The saga with the real state store and an in-memory bus. The clock stands still until it is moved; what is due is dispatched when the test says so;
/// and each act returns when everything that follows from it has happened.
/// </summary>
internal sealed class SyncHost : IAsyncDisposable
{
    public const string User = "42";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private readonly Handled _handled = new("/sync-job");
    private readonly Handled _requests = new("/sync-requested");
    private readonly IHost _host;
    private readonly DirectoryInfo _folder;
    private readonly Lock _lookedAt = new();
    private int _through;

    private SyncHost(IHost host, DirectoryInfo folder, ManualClock clock) => (_host, _folder, Clock) = (host, folder, clock);

    public ManualClock Clock { get; }

    public Heard Heard => _host.Services.GetRequiredService<Heard>();

    public IBus Bus => _host.Services.GetRequiredService<IBus>();

    public IServiceProvider Services => _host.Services;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="postgres">Null: SQLite.</param>
    /// <param name="settings">Settings besides the defaults of the tests.</param>
    public static Task<SyncHost> StartAsync(PostgreSqlServer? postgres = null, params (string Name, string Value)[] settings) =>
        StartAsync(postgres, _ => { }, SyncHostBus.Configure, settings);

    /// <summary>As it runs in a process: those who plan, and those who carry out work orders, are on the bus too.</summary>
    /// <param name="services">Services besides the product's.</param>
    /// <param name="heard">Messages to be heard besides the usual ones.</param>
    /// <param name="settings">Settings besides the defaults of the tests.</param>
    public static Task<SyncHost> StartWithWorkersAsync(Action<IServiceCollection> services, Type[] heard, params (string Name, string Value)[] settings) =>
        StartAsync(postgres: null, services, bus => SyncHostBus.ConfigureWithWorkers(bus, heard), settings);

    private static async Task<SyncHost> StartAsync(
        PostgreSqlServer? postgres, Action<IServiceCollection> services, Action<IBusRegistrationConfigurator> bus, (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("garminsync-sync-");
        var clock = new ManualClock();
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Transport"] = "InMemory",
            ["DataFolder"] = folder.FullName,
            ["CentralDb:Url"] = "http://127.0.0.1:9/",
            ["State:Provider"] = postgres is null ? "Sqlite" : "PostgreSql",
            ["State:ConnectionString"] = postgres is null ? null : await postgres.CreateDatabaseAsync(Token),
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value, StringComparer.Ordinal));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<Heard>();
        builder.Services.AddConsumerServices(builder.Configuration);
        services(builder.Services);

        // All go by the clock. The test calls the dispatcher and the runner of schedules itself, and has the outbox swept only if it says how often.
        string[] byTheClock = [nameof(Dispatcher), nameof(ScheduleRunner), nameof(ErasureRunner), .. settings.Any(setting => setting.Name == "State:SweepInterval") ? Array.Empty<string>() : ["OutboxSweeper"]];
        foreach (var service in builder.Services.Where(service => byTheClock.Contains(service.ImplementationType?.Name)).ToList())
        {
            builder.Services.Remove(service);
        }

        builder.Services.AddGarminSyncBus(builder.Configuration, bus);
        builder.Services.Configure<MassTransitHostOptions>(host => host.WaitUntilStarted = true);
        var started = new SyncHost(builder.Build(), folder, clock);
        started.Bus.ConnectReceiveObserver(started._handled);
        started.Bus.ConnectReceiveObserver(started._requests);
        await started._host.StartAsync(Token);
        return started;
    }

    /// <summary>Links an account, without Garmin.</summary>
    public Task LinkAsync(string userId = User) => ChangeAsync(db =>
    {
        db.Add(new GarminAccount { UserId = userId, UserName = $"{userId}@example.com", Linked = true });
        return Task.CompletedTask;
    });

    /// <summary>Hands the saga a message; a message id given twice is a redelivery.</summary>
    public async Task TellAsync(object message, Guid? messageId = null)
    {
        var id = messageId ?? NewId.NextGuid();
        var before = _handled.Times(id);
        await Bus.Publish(message, message.GetType(), publish => publish.MessageId = id, Token);
        await UntilAsync(() => Task.FromResult(_handled.Times(id) > before), $"{message.GetType().Name} to be handled");
        await QuietAsync();
    }

    /// <summary>Asks and waits for the answer, whichever of the two it is.</summary>
    public async Task<object> AskAsync<TRequest, T1, T2>(TRequest request)
        where TRequest : class
        where T1 : class
        where T2 : class
    {
        await using var scope = Services.CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<IScopedClientFactory>()
            .CreateRequestClient<TRequest>(TimeSpan.FromSeconds(20)).GetResponse<T1, T2>(request, Token);
        await QuietAsync();
        return answer.Message;
    }

    /// <summary>Moves the clock and dispatches what has fallen due.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await DispatchAsync();
    }

    public async Task DispatchAsync()
    {
        await ActivatorUtilities.CreateInstance<Dispatcher>(Services).DispatchAsync(Token);
        await QuietAsync();
    }

    /// <summary>Does one round of the runner of schedules. Returns when the next run is due.</summary>
    public async Task<DateTimeOffset?> RunSchedulesAsync()
    {
        var before = await RunsAsync();
        var next = await ActivatorUtilities.CreateInstance<ScheduleRunner>(Services).RunAsync(Token);
        var asked = (await RunsAsync()).Except(before).ToList();
        await UntilAsync(() => Task.FromResult(asked.TrueForAll(id => _requests.Times(id) > 0)), "the requests to be handled");
        await QuietAsync();
        return next;
    }

    private Task<List<Guid>> RunsAsync() => ReadAsync(async db =>
        (await db.Set<ScheduleRow>().AsNoTracking().Where(row => row.LastRunAt != null && !row.Smart).ToListAsync(Token)).ConvertAll(row => DueRuns.JobIdOf(row.UserId, row.LastRunAt!.Value)));

    /// <summary>Takes each erasure that is due a step further.</summary>
    public async Task RunErasuresAsync()
    {
        await ActivatorUtilities.CreateInstance<ErasureRunner>(Services).RunDueAsync(Token);
        await QuietAsync();
    }

    public async Task<T> ReadAsync<T>(Func<StateDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<StateDb>());
    }

    public async Task ChangeAsync(Func<StateDb, Task> change)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StateDb>();
        await db.BeginAsync(Token);
        await change(db);
        await db.CommitAsync(Token);
    }

    public Task<SyncJob> JobAsync(Guid jobId) => ReadAsync(db => db.Set<SyncJob>().AsNoTracking().SingleAsync(job => job.CorrelationId == jobId, Token));

    public Task<List<WorkItem>> ItemsAsync(Guid jobId) =>
        ReadAsync(db => db.Set<WorkItem>().AsNoTracking().Where(item => item.JobId == jobId).OrderBy(item => item.Rank).ToListAsync(Token));

    /// <summary>The messages in the outbox: when each is due to be swept, in UTC.</summary>
    public static IQueryable<DateTime> WaitingInOutbox(StateDb db) => db.Database.SqlQuery<DateTime>($"SELECT sweep_after AS \"Value\" FROM outbox");

    /// <summary>Waits until nothing is on its way any more; fails when a handler has.</summary>
    public async Task QuietAsync()
    {
        int heard;
        do
        {
            heard = Heard.Count;
            await UntilAsync(() => Task.FromResult(AllAreThrough()), "the saga to be through");
            await UntilAsync(() => ReadAsync(async db => !await WaitingInOutbox(db).AnyAsync(Token)), "the outbox to be empty");
            var marker = new Marker { Id = NewId.NextGuid() };
            await Bus.Publish(marker, Token);
            await UntilAsync(() => Task.FromResult(Heard.Has(marker)), "the marker to be heard");
        }
        while (Heard.Count > heard);

        _handled.Failures.ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private bool AllAreThrough()
    {
        // A test may tell the saga two things at once, and wait for both.
        lock (_lookedAt)
        {
            _through += Heard.Since(_through).TakeWhile(IsThrough).Count();
            return _through == Heard.Count;
        }
    }

    private bool IsThrough((Guid Id, object Message) heard) =>
        heard.Message is not (StartSyncJob or TurnGiven or WorkDue or CancelSync) || _handled.Times(heard.Id) > 0;

    private static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            (TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(30)).ShouldBeTrue($"Waited in vain for {what}.");
            await Task.Delay(Pause, TimeProvider.System, Token);
        }
    }
}

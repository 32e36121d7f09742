using FitTrack.Databases;
using GarminSync.Bus;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Schedules;
using GarminSync.Consumers.State;
using GarminSync.Outbox;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace GarminSync.Consumers.Tests.Schedules;

/// <summary>Processes that run schedules on one state store, each of which can be killed in the middle of a batch. What they publish stays in the outbox.</summary>
internal sealed class RunningSchedules : IAsyncDisposable
{
    private const string Killed = "The process was killed.";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("garminsync-schedules-");
    private readonly List<Process> _processes = [];
    private IConfiguration _configuration = null!;

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 28, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="postgres">Null: SQLite.</param>
    /// <param name="processes">How many run.</param>
    public static async Task<RunningSchedules> StartAsync(PostgreSqlServer? postgres, int processes)
    {
        var running = new RunningSchedules();
        running._configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Transport"] = "InMemory",
            ["DataFolder"] = running._folder.FullName,
            ["CentralDb:Url"] = "http://127.0.0.1:9/",
            ["State:Provider"] = postgres is null ? "Sqlite" : "PostgreSql",
            ["State:ConnectionString"] = postgres is null ? null : await postgres.CreateDatabaseAsync(Token),
        }).Build();
        running._processes.AddRange(Enumerable.Range(0, processes).Select(_ => running.NewProcess()));
        await running.ChangeAsync(async db =>
        {
            await DatabaseUpgrade.RunAsync(db, Token);
            return 0;
        });
        return running;
    }

    /// <summary>Links accounts that have these schedules, as they are set.</summary>
    public Task AddAsync(IEnumerable<(string UserId, ScheduleText Text)> schedules) => ChangeAsync(async db =>
    {
        foreach (var (userId, text) in schedules)
        {
            db.Add(new GarminAccount { UserId = userId, UserName = userId, Linked = true });
            db.Add(new ScheduleRow { UserId = userId, Every = text.Every, Cron = text.Cron, TimeZone = text.TimeZone, NextRunAt = text.ReadKept()!.Next(userId, Clock.GetUtcNow(), TimeSpan.FromMinutes(5)) });
        }

        return await db.SaveChangesAsync(Token);
    });

    /// <summary>A round of all processes, at the same time. One that is to be killed dies in its next batch, and another takes its place.</summary>
    /// <param name="killed">Which, and when; null: none.</param>
    /// <returns>Whether it died: it may have had nothing to do.</returns>
    public async Task<bool> RunAsync((int Process, KilledWhen When)? killed = null)
    {
        if (killed is var (number, when))
        {
            _processes[number].Death.At = when;
        }

        var died = await Task.WhenAll(_processes.Select(process => Task.Run(() => RunAsync(process), Token)));
        for (var index = 0; index < died.Length; index++)
        {
            _processes[index].Death.At = null;
            if (died[index])
            {
                await _processes[index].Services.DisposeAsync();
                _processes[index] = NewProcess();
            }
        }

        return died.Contains(true);
    }

    /// <summary>The message ids of all requests that were committed.</summary>
    public Task<List<Guid>> RequestsAsync() => ChangeAsync(db =>
        db.Database.SqlQuery<Guid>($"SELECT message_id AS \"Value\" FROM outbox WHERE message_type LIKE '%SyncRequested'").ToListAsync(Token));

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.Services.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static async Task<bool> RunAsync(Process process)
    {
        try
        {
            await ActivatorUtilities.CreateInstance<ScheduleRunner>(process.Services).RunAsync(Token);
            return false;
        }
        catch (OperationCanceledException death) when (death.Message == Killed)
        {
            return true;
        }
    }

    private Process NewProcess()
    {
        var death = new Death();
        return new Process(
            new ServiceCollection().AddSingleton(_configuration).AddSingleton<TimeProvider>(Clock).AddLogging(log => log.ClearProviders())
                .AddConsumerServices(_configuration).AddGarminSyncBus(_configuration, _ => { }).AddSingleton<IOutboxListener>(death).BuildServiceProvider(),
            death);
    }

    private async Task<T> ChangeAsync<T>(Func<StateDb, Task<T>> change)
    {
        await using var scope = _processes[0].Services.CreateAsyncScope();
        return await change(scope.ServiceProvider.GetRequiredService<StateDb>());
    }

    private sealed record Process(ServiceProvider Services, Death Death);

    /// <summary>Ends a process at its next commit.</summary>
    private sealed class Death : IOutboxListener
    {
        public KilledWhen? At { get; set; }

        public void Committing(OutboxDbContext db, IReadOnlyList<OutgoingMessage> messages) => DieAt(KilledWhen.BeforeTheCommit);

        public void Committed(IReadOnlyList<OutgoingMessage> messages) => DieAt(KilledWhen.AfterTheCommit);

        private void DieAt(KilledWhen now)
        {
            if (At == now)
            {
                throw new OperationCanceledException(Killed);
            }
        }
    }
}

internal enum KilledWhen
{
    BeforeTheCommit,
    AfterTheCommit,
}

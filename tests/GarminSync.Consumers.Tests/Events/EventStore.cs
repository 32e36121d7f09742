using GarminSync.Consumers.Events;
using GarminSync.Consumers.State;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GarminSync.Consumers.Tests.Events;

/// <summary>The kept events of some processes on one state store, written and read without the bus.</summary>
internal sealed class EventStore : IAsyncDisposable
{
    private readonly CapabilityHost _host;

    private EventStore(CapabilityHost host, int processes) =>
        (_host, Processes) = (host, [.. Enumerable.Range(0, processes).Select(_ => host.NewProcess())]);

    public IReadOnlyList<IServiceProvider> Processes { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="postgres">Null: SQLite, which has one process.</param>
    public static async Task<EventStore> StartAsync(PostgreSqlServer? postgres = null)
    {
        (string, string)[] settings = postgres is null
            ? []
            : [("State:Provider", "PostgreSql"), ("State:ConnectionString", await postgres.CreateDatabaseAsync(Token))];
        return new EventStore(await CapabilityHost.StartAsync(Answer.Status(500), settings), processes: postgres is null ? 1 : 3);
    }

    public static PendingEvent Event(string message, string userId = "7", Guid? jobId = null, string type = nameof(SyncProgressed), Guid? messageId = null) => new()
    {
        MessageId = messageId ?? Guid.NewGuid(),
        Type = type,
        UserId = userId,
        JobId = jobId,
        SentAt = TimeProvider.System.GetUtcNow(),
        Message = $"\"{message}\"",
    };

    /// <summary>Keeps events in one transaction, which does something else before it commits.</summary>
    public async Task KeepAsync(int process, Func<StateDb, Task> meanwhile, params PendingEvent[] events)
    {
        await using var scope = Processes[process].CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StateDb>();
        await db.BeginAsync(Token);
        db.AddRange(events);
        await db.SaveChangesAsync(Token);
        await meanwhile(db);
        await db.CommitAsync(Token);
    }

    public Task KeepAsync(params PendingEvent[] events) => KeepAsync(0, _ => Task.CompletedTask, events);

    public Task<PublicEventsAdded?> PlaceAsync(int process = 0) => Processes[process].GetRequiredService<EventPlaces>().PlaceAsync(Token);

    /// <summary>The answer, whichever it is.</summary>
    public async Task<object> AskAsync(GetPublicEvents request, int process = 0)
    {
        await using var scope = Processes[process].CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<EventQueries>().ReadAsync(request, Token);
    }

    public async Task<PublicEventList> ReadAsync(long? after, string? userId = null, Guid? jobId = null, string[]? types = null, int limit = 100, int process = 0) =>
        (PublicEventList)await AskAsync(new GetPublicEvents { After = after, UserId = userId, JobId = jobId, Types = types, Limit = limit }, process);

    /// <summary>The place before the first event.</summary>
    public async Task<long> BeginningAsync() => (await ReadAsync(after: null)).Next;

    public Task<int> PendingAsync() => _host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<PendingEvent>().CountAsync(Token));

    /// <summary>As if an older backup took its place.</summary>
    public Task RestoreAsync(long lastId) => _host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<StateDb>();
        await db.Set<PlacedEvent>().Where(row => row.Id > lastId).ExecuteDeleteAsync(Token);
        await db.Set<EventFeed>().ExecuteUpdateAsync(feed => feed.SetProperty(row => row.LastId, lastId), Token);
    });

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}

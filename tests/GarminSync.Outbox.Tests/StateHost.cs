using GarminSync.Testing;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace GarminSync.Outbox.Tests;

/// <summary>A process with the state store, the tally saga, the note writer and a tap on the wire.</summary>
internal sealed class StateHost : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly DirectoryInfo? _folder;

    private StateHost(IHost host, DirectoryInfo? folder)
    {
        _host = host;
        _folder = folder;
    }

    public IServiceProvider Services => _host.Services;

    public IBus Bus => Services.GetRequiredService<IBus>();

    public Wire Wire => Services.GetRequiredService<Wire>();

    public NoteScript Script => Services.GetRequiredService<NoteScript>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<StateHost> StartAsync(Setup setup, RabbitMqBroker broker, PostgreSqlServer postgres, Action<IServiceCollection>? more = null)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal);
        DirectoryInfo? folder = null;
        if (setup is Setup.PostgreSqlInMemory or Setup.PostgreSqlRabbitMq)
        {
            settings["State:Provider"] = "PostgreSql";
            settings["State:ConnectionString"] = await postgres.CreateDatabaseAsync(Token);
        }
        else
        {
            folder = Directory.CreateTempSubdirectory("garminsync-state-");
            settings["DataFolder"] = folder.FullName;
        }

        var amqp = setup is Setup.SqliteRabbitMq or Setup.PostgreSqlRabbitMq ? (await broker.CreateVirtualHostAsync(Token)).Amqp : null;
        return await StartAsync(settings, amqp, folder, more);
    }

    public static async Task<StateHost> StartAsync(
        IReadOnlyDictionary<string, string?> settings, Uri? amqp, DirectoryInfo? folder = null, Action<IServiceCollection>? more = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["State:SweepInterval"] = "00:00:00.2" });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        if (Environment.GetEnvironmentVariable("GARMINSYNC_TEST_LOG") is not null)
        {
            builder.Logging.AddConsole().AddFilter("Microsoft", LogLevel.Warning);
        }

        builder.Services.AddStateStore<TestDb>();
        builder.Services.AddSingleton<Wire>().AddSingleton<NoteScript>();
        builder.Services.AddMassTransit(bus =>
        {
            bus.AddSagaStateMachine<TallyMachine, Tally, TallyDefinition>().StateStoreRepository();
            bus.AddConsumer<NoteWriter, NoteWriterDefinition>();
            bus.AddConsumer<Returner>();
            bus.AddConsumer<WireTap, WireTapDefinition>();
            if (amqp is null)
            {
                bus.UsingInMemory((context, transport) => transport.ConfigureEndpoints(context));
            }
            else
            {
                bus.UsingRabbitMq((context, transport) =>
                {
                    transport.Host(amqp);
                    transport.ConfigureEndpoints(context);
                });
            }
        });
        builder.Services.AddOptions<MassTransitHostOptions>().Configure(options => options.WaitUntilStarted = true);
        more?.Invoke(builder.Services);
        var host = builder.Build();
        await host.StartAsync(Token);
        return new StateHost(host, folder);
    }

    public async Task<T> ReadAsync<T>(Func<OutboxDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<OutboxDbContext>());
    }

    public Task<Tally?> TallyAsync(Guid id) => ReadAsync(db => db.Set<Tally>().AsNoTracking().SingleOrDefaultAsync(tally => tally.CorrelationId == id, Token));

    public Task<List<Note>> NotesAsync() => ReadAsync(db => db.Set<Note>().AsNoTracking().OrderBy(note => note.Id).ToListAsync(Token));

    public Task<int> OutboxCountAsync() => ReadAsync(db => db.Outbox.CountAsync(Token));

    /// <summary>Waits until nothing is left to deliver.</summary>
    public Task OutboxIsEmptyAsync() => Eventually.Equals(0, OutboxCountAsync, cancellationToken: Token);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder?.Delete(recursive: true);
    }
}

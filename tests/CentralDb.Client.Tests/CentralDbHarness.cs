using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CentralDb.Client.Tests;

/// <summary>The CentralDB client as the service registers it, against a scripted server.</summary>
internal sealed class CentralDbHarness : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private CentralDbHarness(ScriptedServer server, TimeProvider clock, (string Name, string Value)[] settings)
    {
        Server = server;
        var configuration = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["CentralDb:Url"] = server.Url.ToString(),
            ["CentralDb:RetryDelay"] = "00:00:00.001",
        };
        foreach (var (name, value) in settings)
        {
            configuration["CentralDb:" + name] = value;
        }

        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(configuration).Build())
            .AddSingleton(clock)
            .AddCentralDb()
            .BuildServiceProvider(validateScopes: true);
    }

    public ScriptedServer Server { get; }

    public CentralDbClient Client => _services.GetRequiredService<CentralDbClient>();

    public static Task<CentralDbHarness> StartAsync(RequestDelegate answer, params (string Name, string Value)[] settings) =>
        StartAsync(answer, TimeProvider.System, settings);

    public static async Task<CentralDbHarness> StartAsync(RequestDelegate answer, TimeProvider clock, params (string Name, string Value)[] settings) =>
        new(await ScriptedServer.StartAsync(answer), clock, settings);

    /// <summary>A server that gives one answer after the other.</summary>
    public static Task<CentralDbHarness> StartAsync(params RequestDelegate[] answers)
    {
        var queue = new Queue<RequestDelegate>(answers);
        return StartAsync(context => queue.Dequeue()(context));
    }

    /// <summary>Uses the client as a consumer does: out of a scope of its own.</summary>
    public async Task InScopeAsync(Func<CentralDbClient, Task> use)
    {
        await using var scope = _services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<CentralDbClient>());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }
}

using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GarminSync.Testing.Processes;

/// <summary>
/// One of our programs within the test process: its own <c>Main</c>, told by its arguments what a process is told by its environment. It starts in a
/// tenth of the time, because its code is compiled already, but it can be neither killed nor read from. For that there is <see cref="RunningService"/>.
/// </summary>
public sealed class RunningHost : IAsyncDisposable
{
    // The console is the test runner's.
    private static readonly string[] Silence =
    [
        "--Serilog:MinimumLevel:Default=Fatal",
        "--Serilog:MinimumLevel:Override:Microsoft=Fatal",
        "--Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime=Fatal",
        "--Serilog:MinimumLevel:Override:System.Net.Http=Fatal",
        "--Serilog:MinimumLevel:Override:MassTransit=Fatal",
    ];

    private readonly IHostApplicationLifetime _lifetime;
    private readonly Task _main;

    private RunningHost(IHost host, Task main)
    {
        _lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        _main = main;
        Http = new HttpClient
        {
            BaseAddress = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()),
            Timeout = TimeSpan.FromSeconds(60),
        };
    }

    public HttpClient Http { get; }

    /// <summary>Starts it on a free port of 127.0.0.1 and waits until it listens.</summary>
    /// <param name="program">The path of its assembly, as <see cref="ServiceProgram"/> has it.</param>
    /// <param name="settings">Its options by their names in the configuration.</param>
    public static async Task<RunningHost> StartAsync(string program, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var name = Path.GetFileNameWithoutExtension(program);
        string[] args =
        [
            $"--applicationName={name}",
            $"--contentRoot={Path.GetTempPath()}",
            "--urls=http://127.0.0.1:0",
            .. Silence,
            .. settings.Where(setting => setting.Value is not null).Select(setting => $"--{setting.Key}={setting.Value}"),
        ];
        using var built = new BuiltHost();
        var main = Task.Factory.StartNew(
            () => built.Watch(() => Assembly.Load(name).EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [args], null)),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (await Task.WhenAny(built.Host, main) == main || await Task.WhenAny(StartedAsync(await built.Host), main) == main)
        {
            await main;
            throw new InvalidOperationException($"{name} has ended instead of starting.");
        }

        return new RunningHost(await built.Host, main);
    }

    /// <summary>Stops it in good order.</summary>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _lifetime.StopApplication();
        await _main;
    }

    private static async Task StartedAsync(IHost host)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(started.SetResult);
        await started.Task;
    }
}

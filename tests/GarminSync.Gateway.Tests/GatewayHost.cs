using System.Collections.Concurrent;
using FitTrack.Hosting;
using GarminSync.Bus;
using GarminSync.Gateway.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace GarminSync.Gateway.Tests;

/// <summary>The gateway on a free port of 127.0.0.1, composed as in its Program.cs, with stub consumers on the same in-memory bus.</summary>
internal sealed class GatewayHost : IAsyncDisposable
{
    // Tests of other things log in as often as they like.
    private static readonly string[] ManyLogins = ["--Gateway:Login:AttemptsPerAccount=1000000", "--Gateway:Login:AttemptsPerAddress=1000000"];

    // Nobody listens there, so that no CentralDB which happens to run here is asked.
    private static readonly string[] NoCentralDb = ["--CentralDb:Url=http://127.0.0.1:1", "--CentralDb:RetryDelay=00:00:00.001"];

    private readonly WebApplication _app;
    private readonly string _dataFolder;
    private readonly LogLines _log;

    private GatewayHost(WebApplication app, string dataFolder, LogLines log)
    {
        _app = app;
        _dataFolder = dataFolder;
        _log = log;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Every line logged so far, with its exception.</summary>
    public IReadOnlyCollection<string> Log => _log.Lines;

    public static async Task<GatewayHost> StartAsync(StubConsumers? consumers = null, params string[] settings)
    {
        var dataFolder = Directory.CreateTempSubdirectory("gateway-tests-").FullName;
        var log = new LogLines();
        var app = Create(dataFolder, log, consumers, ["--urls=http://127.0.0.1:0", "--Transport=InMemory", .. ManyLogins, .. NoCentralDb, .. settings]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new GatewayHost(app, dataFolder, log);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Directory.Delete(_dataFolder, recursive: true);
    }

    private static WebApplication Create(string dataFolder, LogLines log, StubConsumers? consumers, string[] settings)
    {
        var builder = WebApplication.CreateBuilder([$"--DataFolder={dataFolder}", .. settings]);
        builder.AddFitTrackLogging();
        builder.Services.AddSerilog(new LoggerConfiguration().WriteTo.Sink(log).CreateLogger(), dispose: true);
        builder.AddGateway();
        builder.Services.AddGarminSyncBus(builder.Configuration, bus =>
        {
            bus.AddGatewayClients();
            consumers?.AddTo(bus);
        });

        var app = builder.Build();
        app.UseGateway();
        app.MapGateway();
        return app;
    }

    private sealed class LogLines : ILogEventSink
    {
        private static readonly MessageTemplateTextFormatter Format = new("{Message:lj} {Exception}");

        public ConcurrentQueue<string> Lines { get; } = new();

        public void Emit(LogEvent logEvent)
        {
            using var line = new StringWriter();
            Format.Format(logEvent, line);
            Lines.Enqueue(line.ToString());
        }
    }
}

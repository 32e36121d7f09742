using FitTrack.Hosting;
using FitTrack.Hosting.Telemetry;
using GarminSync.Bus;
using GarminSync.Consumers;
using GarminSync.Gateway;
using GarminSync.Gateway.Messaging;

namespace GarminSync.Standalone;

/// <summary>Everything on one machine: gateway and consumers in one process, on the in-memory transport and SQLite, with a CentralDB beside them.</summary>
public static class StandaloneServer
{
    /// <summary>Builds the server.</summary>
    /// <param name="args">Command line: <c>--urls</c> and any option.</param>
    /// <param name="configure">A host's last word on configuration and services.</param>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);

        // Below everything else that configures, so that a broker can be named here as anywhere, and another default schedule or none.
        builder.Configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource
        {
            InitialData = [new(nameof(BusOptions.Transport), nameof(Transport.InMemory)), new("Schedules:Default:Every", "01:00:00")],
        });
        builder.AddSecretsFolder();
        configure?.Invoke(builder);
        builder.AddEmbeddedCentralDbKey();

        builder.AddFitTrackLogging();
        builder.AddFitTrackTelemetry("garminsync-standalone");
        builder.AddGateway();
        builder.Services.AddOptions<EmbeddedCentralDbOptions>().BindConfiguration(EmbeddedCentralDbOptions.SectionName);
        builder.Services.AddHostedService<EmbeddedCentralDb>();
        builder.Services.AddConsumerServices(builder.Configuration);
        builder.Services.AddGarminSyncBus(builder.Configuration, bus =>
        {
            bus.AddGatewayClients();
            bus.AddConsumersAndSaga();
        });
        builder.RefuseUnknownOptions(typeof(EmbeddedCentralDbOptions));

        var app = builder.Build();
        app.UseGateway();
        app.MapGateway();
        return app;
    }
}

using FitTrack.Hosting;
using FitTrack.Hosting.Telemetry;
using GarminSync.Bus;
using GarminSync.Gateway;
using GarminSync.Gateway.Messaging;
using GarminSync.Web;

return await FitTrackProcess.RunAsync(args, () =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddSecretsFolder();
    builder.AddFitTrackLogging();
    builder.AddFitTrackTelemetry("garminsync-gateway");
    builder.AddGateway();
    builder.Services.AddGarminSyncBus(builder.Configuration, bus => bus.AddGatewayClients());
    builder.RefuseUnknownOptions();

    var app = builder.Build();
    app.UseGateway();
    app.MapGateway();
    return app.WithWarmPage();
});

using FitTrack.Hosting;
using GarminSync.Bus;
using GarminSync.Gateway;
using GarminSync.Gateway.Messaging;

return await FitTrackProcess.RunAsync(args, () =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddSecretsFolder();
    builder.AddFitTrackLogging();
    builder.AddGateway();
    builder.Services.AddGarminSyncBus(builder.Configuration, bus => bus.AddGatewayClients());
    builder.RefuseUnknownOptions();

    var app = builder.Build();
    app.UseGateway();
    app.MapGateway();
    return app;
});

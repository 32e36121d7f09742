using FitTrack.Databases.Backups;
using FitTrack.Hosting;
using FitTrack.Hosting.Telemetry;
using GarminSync.Bus;
using GarminSync.Consumers;
using GarminSync.Consumers.State;

if (args is ["keys", .. var keysArgs])
{
    return await KeysCommand.RunAsync(keysArgs);
}

if (args is [StepBackCommand.Name, .. var stepArgs])
{
    return await StepBackCommand.RunAsync(stepArgs);
}

if (BackupCommand.IsAskedFor(args))
{
    return await BackupCommand.RunAsync(args, StateStoreBackup.Open);
}

return await FitTrackProcess.RunAsync(args, () =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddSecretsFolder();
    builder.AddFitTrackLogging();
    builder.AddFitTrackTelemetry("garminsync-consumers");

    // Several run on one machine.
    builder.AddDefaultAddress(8080, ports: 20);
    builder.Services.AddConsumerServices(builder.Configuration);
    builder.Services.AddGarminSyncBus(builder.Configuration, bus => bus.AddConsumersAndSaga());
    builder.RefuseUnknownOptions();

    var app = builder.Build();
    app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
    app.MapHealthChecks("/health/ready");
    app.MapFitTrackMetrics();
    return app;
});

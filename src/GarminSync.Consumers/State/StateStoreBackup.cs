using FitTrack.Databases.Backups;
using FitTrack.Hosting;

namespace GarminSync.Consumers.State;

/// <summary>The state store, for a backup.</summary>
internal static class StateStoreBackup
{
    /// <summary>The state store by itself.</summary>
    /// <param name="options">The options of the command line.</param>
    public static BackupSubject Open(string[] options)
    {
        var (store, configuration, owned) = OpenStore(options);
        return new BackupSubject("consumers", DataFolder.Get(configuration), [store], owned);
    }

    /// <summary>The state store as one of several.</summary>
    /// <param name="options">The options of the command line.</param>
    /// <param name="configure">What a host says about configuration.</param>
    /// <returns>The store, what it was configured by, and what is to be disposed of, in this order.</returns>
    public static (BackedUpStore Store, IConfiguration Configuration, IReadOnlyList<IAsyncDisposable> Owned) OpenStore(
        string[] options, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(options);
        builder.AddSecretsFolder();
        configure?.Invoke(builder);
        builder.Logging.ClearProviders();
        builder.Services.AddStateStore();
        builder.RefuseUnknownOptions();
        var app = builder.Build();
        app.CheckOptions();
        var scope = app.Services.CreateAsyncScope();
        return (new BackedUpStore("state-store", "The state store", scope.ServiceProvider.GetRequiredService<StateDb>()), app.Configuration, [scope, app]);
    }
}

using FitTrack.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace GarminConnect.Simulator;

/// <summary>
/// The Garmin Connect services on one local address: sso, diauth, connectapi, connect and mobile.integration, told apart by path. Its state is
/// reached through HTTP alone: the services, and the admin API under <c>/admin</c>.
/// </summary>
public sealed class GarminSimulator : IAsyncDisposable
{
    private readonly WebApplication _app;

    private GarminSimulator(WebApplication app) => _app = app;

    /// <summary>The address that stands in for each of Garmin's hosts. Ends with a slash.</summary>
    public Uri BaseAddress => new(_app.Urls.First());

    /// <summary>The simulator as a process of its own, configured by arguments, environment and the <c>Simulator</c> section.</summary>
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddFitTrackLogging();
        builder.Services.AddOptions<SimulatorOptions>().BindConfiguration(SimulatorOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<SimulatorOptions>>().Value);

        var app = Build(builder);
        app.UseRequestLog();
        return app.MapSimulator();
    }

    /// <summary>Starts the simulator inside this process, without configuration or log of its own, and returns when it listens.</summary>
    public static async Task<GarminSimulator> StartAsync(SimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SimulatorOptions();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRouting();
        builder.Services.AddSingleton(options);

        var app = Build(builder).MapSimulator();
        app.Urls.Add(options.Url.ToString());
        await app.StartAsync(cancellationToken);
        return new GarminSimulator(app);
    }

    /// <summary>Stops listening.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static WebApplication Build(WebApplicationBuilder builder)
    {
        builder.Services.AddSimulator();
        builder.Services.Replace(ServiceDescriptor.Singleton(services => services.GetRequiredService<SimulatorOptions>().Clock));
        return builder.Build();
    }
}

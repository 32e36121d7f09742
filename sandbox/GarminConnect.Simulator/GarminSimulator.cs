using FitTrack.Hosting;
using GarminConnect.Simulator.Activities;
using GarminConnect.Simulator.Athletes;
using GarminConnect.Simulator.Files;
using GarminConnect.Simulator.Health;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace GarminConnect.Simulator;

/// <summary>
/// The Garmin Connect services on one local address: sso, diauth, connectapi, connect and mobile.integration, told apart by path. Its state is
/// changed through HTTP alone: the services, and the admin API under <c>/admin</c>.
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

    /// <summary>What the answers about an athlete's health on a day are written from, as things are now.</summary>
    /// <exception cref="ArgumentException">There is no account with this e-mail address.</exception>
    public HealthDay HealthOf(string email, DateOnly day) => History(email).Day(day);

    /// <summary>The activities of an athlete as things are now, newest first, with the legs of those that have some.</summary>
    /// <exception cref="ArgumentException">There is no account with this e-mail address.</exception>
    public IReadOnlyList<ActivityTruth> ActivitiesOf(string email)
    {
        var athlete = Find(email);
        return [.. athlete.Activities.Newest.SelectMany(activity => activity.Legs.Select(leg => Truth(leg, activity.Id)).Prepend(Truth(activity, null)))];

        ActivityTruth Truth(Activity activity, long? parentId) => new(activity.Id, activity.Name, activity.Start, parentId, () => OriginalFile.Make(athlete, activity));
    }

    /// <summary>The calendar day on which the athlete is now.</summary>
    /// <exception cref="ArgumentException">There is no account with this e-mail address.</exception>
    public DateOnly TodayOf(string email) => History(email).Today;

    /// <summary>Stops listening.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private HealthHistory History(string email) => Find(email).Health;

    private Athlete Find(string email) =>
        _app.Services.GetRequiredService<AthleteDirectory>().Find(email) ?? throw new ArgumentException($"The simulator has no account '{email}'.", nameof(email));

    private static WebApplication Build(WebApplicationBuilder builder)
    {
        builder.Services.AddSimulator();
        builder.Services.Replace(ServiceDescriptor.Singleton(services => services.GetRequiredService<SimulatorOptions>().Clock));
        return builder.Build();
    }
}

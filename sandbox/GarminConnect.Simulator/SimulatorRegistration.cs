using System.Text.Json.Serialization;
using GarminConnect.Simulator.Activities;
using GarminConnect.Simulator.Admin;
using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;
using GarminConnect.Simulator.DiAuth;
using GarminConnect.Simulator.Faults;
using GarminConnect.Simulator.Files;
using GarminConnect.Simulator.Health;
using GarminConnect.Simulator.Requests;
using GarminConnect.Simulator.Sso;
using GarminConnect.Simulator.Workouts;

namespace GarminConnect.Simulator;

/// <summary>The one list of what the simulator consists of.</summary>
internal static class SimulatorRegistration
{
    public static void AddSimulator(this IServiceCollection services)
    {
        services.AddSingleton<AthleteDirectory>();
        services.AddSingleton<ActivityLookup>();
        services.AddSingleton<LoginSessions>();
        services.AddSingleton<ServiceTickets>();
        services.AddSingleton<TokenStore>();
        services.AddSingleton<RequestJournal>();
        services.AddSingleton<FaultBoard>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
    }

    public static WebApplication MapSimulator(this WebApplication app)
    {
        app.UseRouting();
        app.UseMiddleware<RequestRecording>();
        app.Use(BadRequests.ExplainAsync);
        app.UseMiddleware<CallerResolution>();
        app.UseMiddleware<FaultInjection>();
        app.Use(CallerResolution.RefuseStrangersAsync);
        app.UseEndpoints(_ => { });

        app.MapGet("/health/live", () => "live");
        app.MapJsonLogin();
        app.MapWidgetLogin();
        app.MapServicePages();
        app.MapTokenEndpoint();

        var connectApi = app.MapGroup("").WithMetadata(new TokenNeeded());
        connectApi.MapProfile();
        connectApi.MapActivityList();
        connectApi.MapActivities();
        connectApi.MapDownloads();
        connectApi.MapHealth();
        connectApi.MapWorkouts();

        app.MapGroup("/admin").MapAdmin();
        app.Run(context => GarminAnswers.Html(404, "Not Found", "There is nothing at this address.").ExecuteAsync(context));
        return app;
    }
}

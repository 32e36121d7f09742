using FitTrack.Hosting;
using FitTrack.Hosting.Telemetry;
using GarminSync.Bus.Secrets;
using GarminSync.Gateway.Access;
using GarminSync.Gateway.Accounts;
using GarminSync.Gateway.CentralData;
using GarminSync.Gateway.DeadLetters;
using GarminSync.Gateway.Erasure;
using GarminSync.Gateway.Errors;
using GarminSync.Gateway.Events;
using GarminSync.Gateway.Health;
using GarminSync.Gateway.HealthMetrics;
using GarminSync.Gateway.Jobs;
using GarminSync.Gateway.Login;
using GarminSync.Gateway.Messaging;
using GarminSync.Gateway.OpenApi;
using GarminSync.Gateway.Operations;
using GarminSync.Gateway.Schedules;
using GarminSync.Gateway.Sync;
using GarminSync.Gateway.UserTokens;
using GarminSync.Gateway.Workouts;
using GarminSync.Web;
using Microsoft.Extensions.Options;

namespace GarminSync.Gateway;

/// <summary>What a host needs to serve the gateway, alone or together with the consumers. The host adds the bus itself: see <see cref="GatewayClients"/>.</summary>
internal static class GatewayRegistration
{
    /// <summary>Adds the services of the gateway, and where it listens.</summary>
    public static WebApplicationBuilder AddGateway(this WebApplicationBuilder builder)
    {
        builder.AddAccess();
        builder.Services.AddSecretSealing(builder.Configuration);
        builder.Services.ConfigureHttpJsonOptions(http => GatewayJson.Configure(http.SerializerOptions));
        builder.AddProblemAnswers();
        builder.Services.AddExceptionHandler<GatewayExceptionHandler>();
        builder.Services.AddGatewayOpenApi();
        builder.Services.AddSingleton<ConsumersProbe>();
        builder.Services.AddScoped<SyncRequester>();
        builder.Services.AddEventStreams();
        builder.AddPage(services => services.GetRequiredService<IOptions<AuthOptions>>().Value.Mode == AuthMode.Token);
        builder.Services.AddCentralData();
        builder.Services.AddHealthChecks().AddCheck<ConsumersHealthCheck>("consumers", tags: [HealthEndpoints.ReadyTag]);
        return builder;
    }

    /// <summary>Adds the gateway's middleware, which every call passes.</summary>
    public static WebApplication UseGateway(this WebApplication app)
    {
        app.UseCallerAddress();
        app.UsePageCallers();
        app.UseRequestLog();
        app.UseSafeHeaders();
        app.UseProblemAnswers();
        app.UseBrowserGuard(
            AccessRegistration.TakenCalls,
            "The gateway",
            "To reach it by another name, set Gateway__Auth__Mode=Token and Gateway__Auth__OperatorKey, or put a proxy that authenticates in front of it and set Gateway__Auth__Mode=External.");
        app.UseGatewayDocs();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UsePage();
        return app;
    }

    /// <summary>Maps every call of the gateway.</summary>
    public static void MapGateway(this WebApplication app)
    {
        app.MapPage();
        app.MapHealth();
        app.MapFitTrackMetrics()?.RequireAuthorization(Caller.OperatorPolicy);
        app.MapOpenApi().AllowAnonymous();

        var api = app.MapGroup("/api").AddEndpointFilter<BusConnectedFilter>().AddEndpointFilter<OwnDataFilter>()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .ProducesProblem(StatusCodes.Status504GatewayTimeout);
        api.MapGroup("").RequireAuthorization(Caller.OperatorPolicy).AddEndpointFilter<LoginLimitFilter>().MapLogin();
        api.MapTokens();
        api.MapAccounts();
        api.MapErasure();
        api.MapSchedules();
        api.MapSync();
        api.MapJobs();
        api.MapEvents();
        api.MapHealthMetrics();
        api.MapOperations();
        api.MapSentWorkouts();

        app.MapGroup("/api").AddEndpointFilter<OwnDataFilter>()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status502BadGateway)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .MapCentralData();

        // Not behind the filter that asks for the bus: this has a connection of its own.
        app.MapGroup("/api").MapDeadLetters();
    }
}

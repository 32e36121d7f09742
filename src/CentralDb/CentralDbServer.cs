using FitTrack.CentralDb.Activities;
using FitTrack.CentralDb.Api;
using FitTrack.CentralDb.Credentials;
using FitTrack.CentralDb.Database;
using FitTrack.CentralDb.HealthMetrics;
using FitTrack.CentralDb.Tokens;
using FitTrack.CentralDb.Users;
using FitTrack.CentralDb.WorkoutPlans;
using FitTrack.Hosting;
using FitTrack.Hosting.Telemetry;
using Microsoft.Extensions.Options;

namespace FitTrack.CentralDb;

/// <summary>The whole of CentralDB as one web application, the same on its own, inside the standalone and in tests.</summary>
public static class CentralDbServer
{
    private const int DefaultPort = 8100;

    // Room for a full array of health metrics with details. Uploads of activities have a limit of their own.
    private const long MaxJsonBytes = 16_000_000;

    /// <summary>Builds the server; start it with <c>StartAsync</c> or <c>RunAsync</c>. It brings its database up to date before it listens.</summary>
    /// <param name="args">Command line: <c>--urls</c> and any option, such as <c>--CentralDbServer:ApiKey=…</c>.</param>
    /// <param name="configure">What a host says about configuration, addresses and services, before everything else.</param>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddSecretsFolder();
        configure?.Invoke(builder);
        builder.AddFitTrackLogging();
        builder.AddFitTrackTelemetry("centraldb");
        builder.AddDefaultAddress(DefaultPort);
        builder.Services.AddGracePeriod();
        builder.AddProblemAnswers();
        builder.AddListenGuard(
            services => services.GetRequiredService<IOptions<CentralDbServerOptions>>().Value.ApiKey is not null,
            "Set CentralDbServer__ApiKey (callers then send it as X-Api-Key), or listen on loopback, for example --urls http://localhost:8100.");

        builder.Services.AddOptions<CentralDbServerOptions>()
            .BindConfiguration(CentralDbServerOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = MaxJsonBytes);
        builder.Services.ConfigureHttpJsonOptions(options => CentralDbJson.Apply(options.SerializerOptions));
        builder.AddDatabase();
        builder.AddActivities();
        builder.AddHealthMetrics();
        builder.Services.AddScoped<UserEraser>();
        builder.AddApiDescription();
        builder.RefuseUnknownOptions();

        var app = builder.Build();
        app.UseRequestLog();
        app.UseProblemAnswers();
        app.UseBrowserGuard(
            services => services.GetRequiredService<IOptions<CentralDbServerOptions>>().Value.ApiKey is null ? TakenCalls.FromThisMachine : TakenCalls.All,
            "CentralDB",
            "To reach it by another name, set CentralDbServer__ApiKey; callers then send it as X-Api-Key.");
        app.UseMiddleware<ApiKeyCheck>();
        app.MapApiDescription();
        app.MapHealth();
        app.MapFitTrackMetrics();
        app.MapUsers();
        app.MapGarminCredentials();
        app.MapTokens();
        app.MapActivities();
        app.MapHealthMetrics();
        app.MapWorkoutPlans();
        return app;
    }
}

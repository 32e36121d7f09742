using FitTrack.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace GarminSync.Gateway.Access;

/// <summary>Where the gateway listens, and who may call it there.</summary>
internal static class AccessRegistration
{
    private const int DefaultPort = 8000;

    public static void AddAccess(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddOptions<AuthOptions>().BindConfiguration(AuthOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<AuthOptions>, AuthOptionsValidator>();

        builder.Services.AddCallers();
        builder.Services.AddCallerAddress();
        builder.Services.AddOptions<LoginLimitOptions>().BindConfiguration(LoginLimitOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<LoginLimits>();
        builder.AddListenGuard(
            services => services.GetRequiredService<IOptions<AuthOptions>>().Value.Mode != AuthMode.None,
            "Listen on this machine only (ASPNETCORE_URLS=http://localhost:8000); "
            + "or have callers show a token (Gateway__Auth__Mode=Token and Gateway__Auth__OperatorKey); "
            + "or put a proxy that authenticates in front of the gateway, and say so with Gateway__Auth__Mode=External.");
        builder.AddDefaultAddress(DefaultPort);
    }

    /// <summary>Whose calls the gateway takes as it is configured.</summary>
    public static TakenCalls TakenCalls(IServiceProvider services) => services.GetRequiredService<IOptions<AuthOptions>>().Value.Mode switch
    {
        AuthMode.Token => FitTrack.Hosting.TakenCalls.All,
        AuthMode.External => FitTrack.Hosting.TakenCalls.FromItsOwnSite,
        _ => FitTrack.Hosting.TakenCalls.FromThisMachine,
    };

    private static void AddCallers(this IServiceCollection services)
    {
        // Not AddAuthentication, which brings the keys of data protection along: nothing here has cookies to protect.
        services.AddAuthenticationCore(authentication =>
        {
            authentication.DefaultScheme = CallerHandler.SchemeName;
            authentication.AddScheme<CallerHandler>(CallerHandler.SchemeName, displayName: null);
        });
        services.AddWebEncoders();
        services.AddSingleton<VerifiedTokens>();
        services.AddScoped<UserTokenCheck>();

        // A route that says nothing needs a caller, so that none that is added later is open by accident.
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Caller.OperatorPolicy, policy => policy.RequireAssertion(context => context.User.IsOperator()));
    }
}

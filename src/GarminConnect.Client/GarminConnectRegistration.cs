using System.Diagnostics;
using System.Net;
using GarminConnect.Client.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace GarminConnect.Client;

/// <summary>Registers the clients of Garmin Connect in a container. <see cref="GarminClients"/> gives the same without one.</summary>
public static class GarminConnectRegistration
{
    private const long LargestTokenAnswer = 1024 * 1024;

    /// <summary>
    /// Registers <see cref="GarminSignIn"/>, <see cref="GarminTokenClient"/>, <see cref="GarminConnectClient"/>, <see cref="GarminHealth"/>,
    /// <see cref="GarminWorkouts"/>, <see cref="ServiceTickets"/> and <see cref="ImportedTokens"/>, with <see cref="GarminOptions"/> from the configuration
    /// section <see cref="GarminOptions.SectionName"/>. Options that break a rule stop the host at its start.
    /// </summary>
    /// <param name="services">Where to register them. A <see cref="TimeProvider"/> that is registered there is used; else the system's.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddGarminConnect(this IServiceCollection services)
    {
        services.AddOptions<GarminOptions>().BindConfiguration(GarminOptions.SectionName);
        return services.AddClients();
    }

    /// <summary>The same, with options from code and without a configuration.</summary>
    /// <param name="services">Where to register them. A <see cref="TimeProvider"/> that is registered there is used; else the system's.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddGarminConnect(this IServiceCollection services, Action<GarminOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<GarminOptions>().Configure(configure);
        return services.AddClients();
    }

    private static IServiceCollection AddClients(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(GarminPoliteness)))
        {
            // Registered twice, each request would wait for its turn twice.
            return services;
        }

        services.AddSingleton<IValidateOptions<GarminOptions>, GarminOptionsValidator>();
        services.AddOptions<GarminOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => GarminAddresses.From(provider.GetRequiredService<IOptions<GarminOptions>>().Value));
        services.AddSingleton<GarminPoliteness>();
        services.AddTransient<GarminCallHandler>();
        services.AddServers();

        services.AddHostedService<LeftoverFiles>();
        services.AddSingleton<SignInForms>();
        services.AddTransient<ActivityDownloader>();
        services.AddTransient(provider => new GarminConnectClient(provider.GetRequiredService<GarminApi>(), provider.GetRequiredService<ActivityDownloader>()));
        services.AddTransient(provider => new GarminHealth(provider.GetRequiredService<GarminApi>(), provider.GetRequiredService<GarminConnectClient>()));
        services.AddTransient(provider => new GarminWorkouts(provider.GetRequiredService<GarminApi>()));
        services.AddTransient(provider => new ServiceTickets(
            provider.GetRequiredService<GarminTokenClient>(), provider.GetRequiredService<GarminConnectClient>(), provider.GetRequiredService<GarminAddresses>()));
        services.AddTransient(provider => new ImportedTokens(provider.GetRequiredService<GarminTokenClient>(), provider.GetRequiredService<GarminConnectClient>()));
        return services;
    }

    private static void AddServers(this IServiceCollection services)
    {
        services.AddGarminServer(GarminHttp.Sso, (http, addresses, options) =>
        {
            http.BaseAddress = addresses.Sso;
            http.Timeout = options.SignInTimeout;
        }).AddTypedClient((http, provider) => new GarminSignIn(
            http,
            provider.GetRequiredService<SignInForms>(),
            provider.GetRequiredService<ServiceTickets>(),
            provider.GetRequiredService<IOptions<GarminOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddGarminServer(GarminHttp.DiAuth, (http, addresses, options) =>
        {
            http.BaseAddress = addresses.DiAuth;
            http.Timeout = options.SignInTimeout;
            GarminHttp.UseNativeHeaders(http);
        }).AddTypedClient((http, provider) => new GarminTokenClient(
            http, provider.GetRequiredService<GarminAddresses>(), provider.GetRequiredService<TimeProvider>()));
        services.AddGarminServer(GarminHttp.ConnectApi, (http, addresses, _) =>
        {
            http.BaseAddress = addresses.ConnectApi;
            // Each call has a time limit of its own: GarminApi.
            http.Timeout = Timeout.InfiniteTimeSpan;
            GarminHttp.UseNativeHeaders(http);
        }).AddHttpMessageHandler<GarminCallHandler>().AddTypedClient<GarminApi>();
    }

    private static IHttpClientBuilder AddGarminServer(
        this IServiceCollection services, string name, Action<HttpClient, GarminAddresses, GarminOptions> configure) =>
        services.AddHttpClient(name)
            .ConfigureHttpClient((provider, http) =>
            {
                http.MaxResponseContentBufferSize = LargestTokenAnswer;
                configure(http, provider.GetRequiredService<GarminAddresses>(), provider.GetRequiredService<IOptions<GarminOptions>>().Value);
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // A redirect may lead to another host, and neither password, bearer nor ticket may follow.
                AllowAutoRedirect = false,
                // Cookies belong to one sign-in, not to a process.
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.All,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                // Which trace of ours a request belongs to is nothing to Garmin, and no app of Garmin's sends such a header.
                ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
            })
            .AddHttpMessageHandler(() => new RequestCount())
            // The factory logs addresses, and these have tickets and names in them.
            .RemoveAllLoggers();
}

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GarminConnect.Client;

internal static class GarminConnectRegistration
{
    private const long LargestTokenAnswer = 1024 * 1024;

    /// <summary>
    /// <see cref="GarminSignIn"/>, <see cref="GarminTokenClient"/> and <see cref="GarminConnectClient"/>, with <see cref="GarminOptions"/> from the
    /// section <c>Garmin</c>. Wants a <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddGarminConnect(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<GarminOptions>, GarminOptionsValidator>();
        services.AddOptions<GarminOptions>().BindConfiguration(GarminOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => GarminAddresses.From(provider.GetRequiredService<IOptions<GarminOptions>>().Value));
        services.AddSingleton<GarminPoliteness>();
        services.AddTransient<GarminCallHandler>();

        services.AddGarminServer(GarminHttp.Sso, (http, addresses, options) =>
        {
            http.BaseAddress = addresses.Sso;
            http.Timeout = options.SignInTimeout;
        }).AddTypedClient<GarminSignIn>();
        services.AddGarminServer(GarminHttp.DiAuth, (http, addresses, options) =>
        {
            http.BaseAddress = addresses.DiAuth;
            http.Timeout = options.SignInTimeout;
            GarminHttp.UseNativeHeaders(http);
        }).AddTypedClient<GarminTokenClient>();
        services.AddGarminServer(GarminHttp.ConnectApi, (http, addresses, _) =>
        {
            http.BaseAddress = addresses.ConnectApi;
            // The time limits are those of each call: GarminApi.
            http.Timeout = Timeout.InfiniteTimeSpan;
            GarminHttp.UseNativeHeaders(http);
        }).AddHttpMessageHandler<GarminCallHandler>().AddTypedClient<GarminApi>();

        services.AddHostedService<LeftoverFiles>();
        services.AddSingleton<SignInForms>();
        services.AddTransient<ServiceTickets>();
        services.AddTransient<ImportedTokens>();
        services.AddTransient<ActivityDownloader>();
        services.AddTransient<GarminConnectClient>();
        services.AddTransient<GarminWorkouts>();
        return services;
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
            })
            // The factory's own log lines have addresses with tickets and names in them.
            .RemoveAllLoggers();
}

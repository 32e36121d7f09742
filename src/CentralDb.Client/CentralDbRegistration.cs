using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RestEase;

// RestEase implements ICentralDbApi there at run time.
[assembly: InternalsVisibleTo(RestClient.FactoryAssemblyName)]

namespace CentralDb.Client;

internal static class CentralDbRegistration
{
    private const string HttpClientName = "centraldb";

    /// <summary><see cref="CentralDbClient"/>; <see cref="CentralDbOptions"/> from the section <c>CentralDb</c>.</summary>
    public static IServiceCollection AddCentralDb(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<CentralDbOptions>, CentralDbOptionsValidator>();
        services.AddOptions<CentralDbOptions>().BindConfiguration(CentralDbOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddHostedService<SecretFormatWarning>();
        services.AddTransient<CentralDbRetryHandler>();
        services.AddHttpClient(HttpClientName)
            .ConfigureHttpClient((provider, http) => Configure(http, provider.GetRequiredService<IOptions<CentralDbOptions>>().Value))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // Credentials are in the bodies, and stay with the server that was configured.
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.All,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .AddHttpMessageHandler<CentralDbRetryHandler>()
            .RemoveAllLoggers()
            .AddTypedClient(CreateApi);
        services.AddTransient<CentralDbClient>();
        return services;
    }

    private static void Configure(HttpClient http, CentralDbOptions options)
    {
        http.BaseAddress = options.Url.AbsoluteUri.EndsWith('/') ? options.Url : new Uri(options.Url.AbsoluteUri + "/");
        // The time limits are those of CentralDbRetryHandler.
        http.Timeout = Timeout.InfiniteTimeSpan;
        if (options.ApiKey is not null)
        {
            http.DefaultRequestHeaders.Add("X-Api-Key", options.ApiKey);
        }
    }

    private static ICentralDbApi CreateApi(HttpClient http) => new RestClient(http)
    {
        RequestBodySerializer = new CentralDbBodies(),
        ResponseDeserializer = new CentralDbAnswers(),
    }.For<ICentralDbApi>();
}

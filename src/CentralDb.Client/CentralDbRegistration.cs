using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Refit;

namespace CentralDb.Client;

/// <summary>Adds the client of CentralDB to a process.</summary>
public static class CentralDbRegistration
{
    /// <summary>
    /// Adds <see cref="CentralDbClient"/>, one for the whole process, and <see cref="CentralDbOptions"/> from the configuration section <c>CentralDb</c>. What has been
    /// added already is not added again.
    /// </summary>
    /// <param name="services">Has to hold an <c>IConfiguration</c>. A <see cref="TimeProvider"/> in it is the clock of time limits and repeats.</param>
    /// <returns>The same services.</returns>
    /// <remarks>Bad options are an <see cref="OptionsValidationException"/> when the host starts.</remarks>
    public static IServiceCollection AddCentralDb(this IServiceCollection services)
    {
        // Twice, the API key and the repeats of a call would be there twice as well.
        if (services.Any(service => service.ServiceType == typeof(CentralDbClient)))
        {
            return services;
        }

        services.AddSingleton<IValidateOptions<CentralDbOptions>, CentralDbOptionsValidator>();
        services.AddOptions<CentralDbOptions>().BindConfiguration(CentralDbOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddHostedService<SecretFormatWarning>();
        services.AddHttpApi();
        services.AddSingleton(provider =>
            new CentralDbClient(
                provider.GetRequiredService<ICentralDbApi>(),
                provider.GetRequiredService<IOptions<CentralDbOptions>>(),
                provider.GetService<TimeProvider>() ?? TimeProvider.System));
        return services;
    }

    private static void AddHttpApi(this IServiceCollection services)
    {
        var http = services.AddRefitGeneratedClient<ICentralDbApi>(new RefitSettings(new CentralDbContent())
        {
            // A body that was not buffered could not be sent again.
            Buffered = true,
            // As they are, because CentralDbCall tells what they mean.
            TransportExceptionFactory = (_, exception, _) => exception,
            DeserializationExceptionFactory = (_, exception) => ValueTask.FromResult<Exception?>(exception),
        });
        http.ConfigureHttpClient((provider, client) => Configure(client, provider.GetRequiredService<IOptions<CentralDbOptions>>().Value));
        http.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            // Credentials are in the bodies, and stay with the server that was configured.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        });
        // The one client keeps its handler. A changed address of the server is seen by the lifetime of connections above.
        http.SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        http.RemoveAllLoggers();
        http.AddCentralDbResilience();
        http.AddHttpMessageHandler(() => new WholeAnswerHandler());
    }

    private static void Configure(HttpClient http, CentralDbOptions options)
    {
        http.BaseAddress = options.Url;
        // CentralDbResilience limits the time.
        http.Timeout = Timeout.InfiniteTimeSpan;
        if (options.ApiKey is not null)
        {
            http.DefaultRequestHeaders.Add("X-Api-Key", options.ApiKey);
        }
    }
}

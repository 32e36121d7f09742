using FitTrack.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GarminSync.Bus.Secrets;

/// <summary>Registration of <see cref="SecretSealer"/>.</summary>
public static class SecretRegistration
{
    /// <summary>Adds the sealer. The key file is read, or made, when the sealer is first needed.</summary>
    public static IServiceCollection AddSecretSealing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SecretOptions>().Bind(configuration.GetSection(SecretOptions.SectionName));
        services.AddSingleton(provider => new SecretSealer(SealingKeys.LoadOrCreate(
            provider.GetRequiredService<IOptions<SecretOptions>>().Value.KeyFile ?? Path.Combine(DataFolder.Get(configuration), "secrets.key"))));
        return services;
    }
}

using FitTrack.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GarminSync.Bus.Secrets;

/// <summary>Registration of <see cref="SecretSealer"/>.</summary>
public static class SecretRegistration
{
    /// <summary>Adds the sealer, and the check of its key file at start.</summary>
    public static IServiceCollection AddSecretSealing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => SealingKeys.LoadOrCreate(KeyFileOf(configuration)));
        services.AddSingleton(provider => new SecretSealer(provider.GetRequiredService<SealingKeys>(), OptionsOf(configuration).WriteGs1));
        services.AddHostedService<KeyFileCheck>();
        return services;
    }

    /// <summary>The path of the key file.</summary>
    public static string KeyFileOf(IConfiguration configuration)
    {
        var named = OptionsOf(configuration).KeyFile;
        return string.IsNullOrEmpty(named) ? Path.Combine(DataFolder.Get(configuration), "secrets.key") : named;
    }

    private static SecretOptions OptionsOf(IConfiguration configuration) =>
        configuration.GetSection(SecretOptions.SectionName).Get<SecretOptions>() ?? new SecretOptions();
}

using FitTrack.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GarminSync.Bus.Secrets;

/// <summary>Registration of <see cref="SecretSealer"/>.</summary>
public static class SecretRegistration
{
    /// <summary>Adds the sealer, and the check of its key file at start.</summary>
    public static IServiceCollection AddSecretSealing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SecretOptions>().BindConfiguration(SecretOptions.SectionName).ValidateOnStart();
        services.AddSingleton(_ => ReadKeys(KeyFileOf(configuration)));
        services.AddSingleton(provider => new SecretSealer(provider.GetRequiredService<SealingKeys>(), provider.GetRequiredService<IOptions<SecretOptions>>().Value.WriteGs1));
        services.AddHostedService<KeyFileCheck>();
        return services;
    }

    /// <summary>The path of the key file.</summary>
    public static string KeyFileOf(IConfiguration configuration)
    {
        var named = configuration.GetSection(SecretOptions.SectionName)[nameof(SecretOptions.KeyFile)];
        return string.IsNullOrEmpty(named) ? Path.Combine(DataFolder.Get(configuration), "secrets.key") : named;
    }

    private static SealingKeys ReadKeys(string path)
    {
        try
        {
            return SealingKeys.LoadOrCreate(path);
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{exception.Message} Secrets__KeyFile names the key file.", exception);
        }
    }
}

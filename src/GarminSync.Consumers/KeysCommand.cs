using CentralDb.Client;
using FitTrack.Databases;
using FitTrack.Hosting;
using GarminSync.Bus.Secrets;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers;

/// <summary><c>keys add</c> and <c>keys reseal</c>: a new sealing key, without stopping the service. Takes the same options as the service.</summary>
internal static class KeysCommand
{
    /// <param name="args">The command and options.</param>
    /// <param name="configure">What a host says about configuration.</param>
    public static async Task<int> RunAsync(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args.Length > 1 ? args[1..] : []);
        builder.AddSecretsFolder();
        try
        {
            configure?.Invoke(builder);
            builder.AddFitTrackLogging();
            return args switch
            {
                ["add", ..] => await AddAsync(SecretRegistration.KeyFileOf(builder.Configuration)),
                ["reseal", ..] => await ResealAsync(builder),
                _ => await RefuseAsync("Use 'keys add' for a new sealing key, then 'keys reseal' to seal with it what is stored."),
            };
        }
        catch (Exception exception) when (exception is OptionsValidationException or StartRefusedException or InvalidOperationException or IOException or UnsealException or UnauthorizedAccessException)
        {
            return await RefuseAsync(exception.Message);
        }
    }

    private static async Task<int> AddAsync(string path)
    {
        var id = KeyFile.Add(path);
        await Console.Out.WriteLineAsync(
            $"{path} has a new key, '{id}', which seals from now on; the older keys still open. Give the file to every process that has a copy of its own, then run 'keys reseal'.");
        return 0;
    }

    private static async Task<int> ResealAsync(WebApplicationBuilder builder)
    {
        builder.Services.AddConsumerServices(builder.Configuration);
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        if (scope.ServiceProvider.GetRequiredService<IOptions<CentralDbOptions>>().Value.SecretFormat == SecretFormat.Plaintext)
        {
            return await RefuseAsync("With CentralDb:SecretFormat=Plaintext nothing is stored sealed.");
        }

        await DatabaseUpgrade.RunAsync(scope.ServiceProvider.GetRequiredService<StateDb>(), CancellationToken.None);
        var result = await scope.ServiceProvider.GetRequiredService<Resealing>().RunAsync(CancellationToken.None);
        var key = scope.ServiceProvider.GetRequiredService<SecretSealer>().CurrentKeyId;
        await Console.Out.WriteLineAsync($"{result.Resealed} accounts sealed again with the key '{key}'; {result.Current} were already.");
        return result.Failures.Count == 0
            ? 0
            : await RefuseAsync($"{result.Failures.Count} accounts could not be; run it again:\n{string.Join('\n', result.Failures)}");
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FitTrack.Hosting;

/// <summary>Runs a server as the whole of a process.</summary>
public static class FitTrackProcess
{
    /// <summary>
    /// Runs until the process is asked to end. What an operator has to put right (a bad option, a refused address) is printed without a stack
    /// trace, and the exit code is 1. With the arguments <c>health URL</c> it runs nothing, and its exit code says how the server at that
    /// address is.
    /// </summary>
    public static async Task<int> RunAsync(string[] args, Func<WebApplication> create)
    {
        if (args is ["health", var url])
        {
            return await HealthQuestion.AskAsync(url);
        }

        IHostApplicationLifetime? lifetime = null;
        try
        {
            var app = create();
            lifetime = app.Lifetime;
            await app.RunAsync();
            return 0;
        }
        catch (Exception) when (lifetime is { ApplicationStarted.IsCancellationRequested: false, ApplicationStopping.IsCancellationRequested: true })
        {
            // It was asked to end before it had started. There is nothing to finish, and why it did not start does not matter.
            return 0;
        }
        catch (Exception exception) when (exception is StartRefusedException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync($"Not started. {exception.Message}");
            return 1;
        }
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace FitTrack.Hosting;

/// <summary>Runs a server as the whole of a process.</summary>
public static class FitTrackProcess
{
    /// <summary>
    /// Runs until the process is asked to end. What an operator has to put right (a bad option, a refused or taken address) is printed without a stack
    /// trace, and the exit code is 1. With the arguments <c>health URL</c> it runs nothing, and its exit code says how the server at that
    /// address is.
    /// </summary>
    /// <param name="args">The command line: options, as <c>--Section:Name=value</c>.</param>
    /// <param name="create">Builds the server.</param>
    public static async Task<int> RunAsync(string[] args, Func<WebApplication> create)
    {
        if (args is ["health", var url])
        {
            return await HealthQuestion.AskAsync(url);
        }

        if (CommandLine.Problem(args) is { } problem)
        {
            await Console.Error.WriteLineAsync($"Not started. {problem}");
            return 1;
        }

        try
        {
            await using var app = create();
            app.CheckOptions();
            ServerAddresses.Check(app.Configuration);
            if (await StartAsync(app))
            {
                await app.WaitForShutdownAsync(CancellationToken.None);
            }

            return 0;
        }
        catch (Exception exception) when (StartFailure.ForThePerson(exception) is { } reason)
        {
            await Console.Error.WriteLineAsync($"Not started. {reason}");
            return 1;
        }
    }

    /// <summary>Whether it has started; it has not when it was asked to end meanwhile.</summary>
    private static async Task<bool> StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync(CancellationToken.None);
            return true;
        }
        catch (Exception) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // It was asked to end: there is nothing to finish, and why it did not start does not matter.
            return false;
        }
        catch (Exception)
        {
            await StopWhatStartedAsync(app);
            throw;
        }
    }

    // Before it is disposed of, or it would fill the log with failures of its own.
    private static async Task StopWhatStartedAsync(WebApplication app)
    {
        try
        {
            await app.StopAsync(CancellationToken.None);
        }
        catch (ArgumentNullException)
        {
            // The host has no list of services to stop yet when it is an option that it refuses; that refusal is what counts.
        }
        catch (Exception exception) when (exception is OperationCanceledException or InvalidOperationException or AggregateException)
        {
            // Why it did not start is told next, and counts more.
            await Console.Error.WriteLineAsync($"What had started could not be stopped in order: {exception.Message}");
        }
    }
}

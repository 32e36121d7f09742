using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace FitTrack.Hosting;

/// <summary>Stops a start with options that nobody reads, before anything else starts.</summary>
internal sealed class UnknownOptionsCheck(IConfiguration configuration, IReadOnlyList<Type> classes) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        var problems = classes.SelectMany(options => UnknownOptions.Find(configuration, options)).Distinct(StringComparer.Ordinal).ToList();
        return problems.Count == 0 ? Task.CompletedTask : throw new StartRefusedException(string.Join(' ', problems));
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

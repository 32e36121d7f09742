using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Gateway.Messaging;

/// <summary>Finds out in seconds whether the consumers answer, with the cheapest request there is.</summary>
internal sealed class ConsumersProbe(IRequestClient<ListSyncJobs> jobs)
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>Returns when the consumers have answered.</summary>
    /// <exception cref="RequestTimeoutException">The consumers did not answer in time.</exception>
    public Task AskAsync(CancellationToken cancellationToken) =>
        jobs.GetResponse<SyncJobList>(new ListSyncJobs { Limit = 1 }, cancellationToken, Timeout);
}

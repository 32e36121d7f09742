using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Gateway.Messaging;

/// <summary>
/// Finds out in seconds whether the consumers answer. Whoever asks while an answer is on its way, or soon after it came, gets that one: health may be asked for by
/// anybody, as often as he likes.
/// </summary>
internal sealed class ConsumersProbe(IServiceScopeFactory scopes, TimeProvider clock)
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>How long an answer counts, or that there was none. Consumers that die or come back meanwhile are noticed that much later.</summary>
    public static readonly TimeSpan AnswerCounts = TimeSpan.FromSeconds(3);

    private readonly Lock _turn = new();
    private Task? _last;
    private long _lastEnded;

    /// <summary>Returns when the consumers have answered, or did a moment ago: for health.</summary>
    /// <exception cref="RequestTimeoutException">The consumers did not answer in time.</exception>
    public Task AskAsync(CancellationToken cancellationToken)
    {
        lock (_turn)
        {
            if (_last is not { } last || !Counts(last))
            {
                _last = AskNowAsync();
            }

            return _last.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Returns when the consumers have answered now: for who is about to wait much longer for them.</summary>
    /// <exception cref="RequestTimeoutException">The consumers did not answer in time.</exception>
    public Task AskAnewAsync(CancellationToken cancellationToken)
    {
        lock (_turn)
        {
            return (_last = AskNowAsync()).WaitAsync(cancellationToken);
        }
    }

    // A failure counts too: else whoever asks for health asks the consumers each time while they fail.
    private bool Counts(Task last) => !last.IsCompleted || clock.GetElapsedTime(Volatile.Read(ref _lastEnded)) < AnswerCounts;

    // Belongs to all who wait for it, so it ends with none of them.
    private async Task AskNowAsync()
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IRequestClient<PingConsumers>>().GetResponse<ConsumersPinged>(new PingConsumers(), CancellationToken.None, Timeout);
        }
        finally
        {
            Volatile.Write(ref _lastEnded, clock.GetTimestamp());
        }
    }
}

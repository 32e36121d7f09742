using System.Threading.Channels;

namespace GarminSync.Bus;

/// <summary>Wakes one who waits. Calls that come while nobody waits count as one, and are not lost.</summary>
public sealed class WakeUp
{
    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Wakes whoever waits, or will wait next.</summary>
    public void Call() => _calls.Writer.TryWrite(true);

    /// <summary>Returns when there was a call since the last one that was waited for.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await _calls.Reader.ReadAsync(cancellationToken);

    /// <summary>The same with a limit: returns whether there was a call before the time was over.</summary>
    public async Task<bool> WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        try
        {
            return await _calls.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}

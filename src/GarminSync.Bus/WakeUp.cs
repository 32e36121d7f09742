using System.Threading.Channels;

namespace GarminSync.Bus;

/// <summary>Wakes one who waits. Calls that come while nobody waits count as one, and are not lost.</summary>
public sealed class WakeUp
{
    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Wakes whoever waits, or will wait next.</summary>
    public void Call() => _calls.Writer.TryWrite(true);

    /// <summary>Returns true when there was a call since the last one that was waited for, false when the time is over.</summary>
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

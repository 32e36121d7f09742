namespace GarminSync.Web.Shown;

/// <summary>The reading that a page waits for. Whoever looks at something else by now, or has left, waits for none of the readings before.</summary>
internal sealed class LatestRead : IDisposable
{
    private CancellationTokenSource? _running;

    /// <summary>Cancels the reading before, and gives the token of the next. A cancelled reading throws; the framework takes that for its end.</summary>
    public CancellationToken Begin()
    {
        Dispose();
        _running = new();
        return _running.Token;
    }

    public void Dispose()
    {
        _running?.Cancel();
        _running?.Dispose();
        _running = null;
    }
}

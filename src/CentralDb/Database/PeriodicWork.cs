namespace FitTrack.CentralDb.Database;

/// <summary>Work that is done when the server has started, and now and then from then on. Not a <see cref="BackgroundService"/>, which begins before the server listens, and fails aloud when a start that is refused ends it.</summary>
internal abstract class PeriodicWork(TimeSpan every, TimeProvider time) : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private Task _work = Task.CompletedTask;

    protected TimeProvider Time { get; } = time;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _work = Task.Run(() => RunAsync(_end.Token), CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => _end.CancelAsync();

    public Task StopAsync(CancellationToken cancellationToken) => _work.WaitAsync(cancellationToken);

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _end.Dispose();

    /// <summary>Does it once. What it throws is told to <see cref="OnFailed"/>, and it is tried again next time.</summary>
    protected abstract Task WorkAsync(CancellationToken cancellationToken);

    protected abstract void OnFailed(Exception exception);

    private async Task RunAsync(CancellationToken end)
    {
        using var timer = new PeriodicTimer(every, Time);
        try
        {
            do
            {
                try
                {
                    await WorkAsync(end);
                }
                catch (Exception exception) when (!end.IsCancellationRequested)
                {
                    OnFailed(exception);
                }
            }
            while (await timer.WaitForNextTickAsync(end));
        }
        catch (Exception) when (end.IsCancellationRequested)
        {
            // The server ends.
        }
    }
}

using System.Net;
using System.Net.Sockets;

namespace GarminSync.Testing;

/// <summary>A TCP relay that can hold back what goes towards the broker, as a broker does that is short of memory or disk: connected, and confirming nothing.</summary>
public sealed class StalledRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly Uri _broker;
    private readonly Task _accepting;
    private TaskCompletionSource _open = new();

    public StalledRelay(Uri broker)
    {
        _broker = broker;
        _open.SetResult();
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new UriBuilder(_broker) { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;

    public void Stall() => _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void GoOn() => _open.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        GoOn();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _over.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync(_over.Token);
            var broker = new TcpClient();
            await broker.ConnectAsync(_broker.Host, _broker.Port, _over.Token);
            _ = RelayAsync(client, broker, mayStall: true);
            _ = RelayAsync(broker, client, mayStall: false);
        }
    }

    private async Task RelayAsync(TcpClient from, TcpClient to, bool mayStall)
    {
        using (from)
        {
            try
            {
                var buffer = new byte[64 * 1024];
                while (await from.GetStream().ReadAsync(buffer, _over.Token) is var length and > 0)
                {
                    if (mayStall)
                    {
                        await _open.Task;
                    }

                    await to.GetStream().WriteAsync(buffer.AsMemory(0, length), _over.Token);
                }

                to.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // One side has gone, and the other notices.
            }
        }
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace GarminSync.IntegrationTests.Processes;

/// <summary>
/// A client of server-sent events that knows nothing of this service, and does what browsers do: when a stream breaks off it comes back with the last id, until it is
/// told that there is no more.
/// </summary>
internal sealed class EventFollower : IAsyncDisposable
{
    private readonly CancellationTokenSource _over = new();
    private readonly TaskCompletionSource _isOpen = new();
    private readonly HttpClient _http;
    private readonly string _path;
    private string? _last;

    private EventFollower(Uri server, string path, string? token)
    {
        _path = path;
        _http = new HttpClient { BaseAddress = server, Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        Ended = FollowAsync();
    }

    public ConcurrentQueue<SseItem<JsonElement>> Events { get; } = new();

    /// <summary>How often it was connected.</summary>
    public int Connections { get; private set; }

    /// <summary>Completes when the server has said that there is no more.</summary>
    public Task Ended { get; }

    /// <summary>Returns when the stream is open: what happens from then on is heard.</summary>
    public static async Task<EventFollower> StartAsync(Uri server, string path, string? token = null)
    {
        var follower = new EventFollower(server, path, token);
        await Task.WhenAny(follower._isOpen.Task, follower.Ended);
        return follower;
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await Ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _http.Dispose();
        _over.Dispose();
    }

    private async Task FollowAsync()
    {
        while (true)
        {
            try
            {
                if (!await ReadAsync())
                {
                    return;
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                // The server is away, or broke off.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, _over.Token);
        }
    }

    private async Task<bool> ReadAsync()
    {
        using var call = new HttpRequestMessage(HttpMethod.Get, new Uri(_path, UriKind.Relative));
        if (_last is not null)
        {
            call.Headers.Add("Last-Event-ID", _last);
        }

        using var answer = await _http.SendAsync(call, HttpCompletionOption.ResponseHeadersRead, _over.Token);
        switch (answer.StatusCode)
        {
            case HttpStatusCode.OK:
                break;
            case HttpStatusCode.NoContent:
                return false;
            case HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout:
                return true; // the gateway is there, and the rest not yet
            default:
                throw new InvalidOperationException($"{_path} answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync(_over.Token)}");
        }

        Connections++;
        _isOpen.TrySetResult();
        await using var body = await answer.Content.ReadAsStreamAsync(_over.Token);
        await foreach (var item in SseParser.Create(body, (_, data) => JsonDocument.Parse(data.ToArray()).RootElement).EnumerateAsync(_over.Token))
        {
            _last = item.EventId ?? _last;
            Events.Enqueue(item);
        }

        return true;
    }
}

using System.Net;
using System.Net.ServerSentEvents;

namespace GarminSync.Gateway.Tests.Events;

/// <summary>A stream of server-sent events as a program reads it, by the framework's parser.</summary>
internal sealed class OpenStream : IAsyncDisposable
{
    private readonly HttpResponseMessage _answer;
    private readonly SseParser<string> _parser;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private OpenStream(HttpResponseMessage answer, Stream body)
    {
        _answer = answer;
        _parser = SseParser.Create(body);
        _items = _parser.EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
    }

    public HttpResponseMessage Answer => _answer;

    /// <summary>The id to come back with.</summary>
    public string LastEventId => _parser.LastEventId;

    public static async Task<OpenStream> OpenAsync(HttpClient client, string path, string? lastEventId = null)
    {
        using var call = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (lastEventId is not null)
        {
            call.Headers.Add("Last-Event-ID", lastEventId);
        }

        var answer = await client.SendAsync(call, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return new OpenStream(answer, await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The next event; null when the stream has ended.</summary>
    public async Task<SseItem<string>?> NextAsync() => await _items.MoveNextAsync() ? _items.Current : null;

    public async Task<SseItem<string>> ReadAsync() => (await NextAsync()).ShouldNotBeNull();

    public async ValueTask DisposeAsync()
    {
        await _items.DisposeAsync();
        _answer.Dispose();
    }
}

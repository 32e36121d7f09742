using System.Collections.Concurrent;
using System.Net;
using GarminSync.Contracts;
using GarminSync.Gateway.Access;
using GarminSync.Gateway.Events;
using GarminSync.Testing;
using MassTransit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GarminSync.Gateway.Tests.Events;

public sealed class When_events_are_streamed
{
    private const string Path = "/api/garmin/events";

    private readonly KeptEvents _kept = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_has_the_name_the_place_and_the_body_of_its_message()
    {
        await using var gateway = await StartAsync();
        var added = _kept.Add(nameof(ActivitySynced), message: """{"userId":"7","name":"Løp <1>"}""");

        await using var stream = await OpenStream.OpenAsync(gateway.Client, Path, lastEventId: $"{added.Id - 1}");
        var item = await stream.ReadAsync();

        stream.Answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        stream.Answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (item.EventType, item.EventId).ShouldBe((nameof(ActivitySynced), $"{added.Id}"));
        item.Data.ShouldBe(
            $$"""{"messageId":"{{added.MessageId}}","messageType":["urn:message:GarminSync.Contracts:ActivitySynced"],"sentTime":"2026-11-22T08:00:00Z","message":"""
            + added.Message + "}");
    }

    [Fact]
    public async Task They_come_as_soon_as_there_is_news_of_them()
    {
        await using var gateway = await StartAsync("--Gateway:Events:Heartbeat=00:05:00");
        _kept.Add(nameof(SyncStarted));
        await using var stream = await OpenStream.OpenAsync(gateway.Client, Path);
        await IsWaitingAsync();

        foreach (var _ in Enumerable.Range(0, 3))
        {
            var added = _kept.Add(nameof(SyncProgressed));
            await gateway.Services.GetRequiredService<IBus>().Publish(KeptEvents.News(added), Token);
            (await stream.ReadAsync()).EventId.ShouldBe($"{added.Id}");
        }
    }

    [Fact]
    public async Task They_come_too_when_the_news_was_lost()
    {
        await using var gateway = await StartAsync("--Gateway:Events:Heartbeat=00:05:00");
        await using var stream = await OpenStream.OpenAsync(gateway.Client, Path);
        await IsWaitingAsync();

        var added = _kept.Add(nameof(SyncProgressed));

        (await stream.ReadAsync()).EventId.ShouldBe($"{added.Id}");
    }

    [Fact]
    public async Task News_of_later_ones_tells_that_earlier_news_was_lost()
    {
        var listeners = new EventListeners();
        using var waiting = listeners.Add("7");
        listeners.Wake(new PublicEventsAdded { After = 9, Last = 10, UserIds = [] });
        (await waiting.News.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Token)).ShouldBeTrue();

        listeners.Wake(new PublicEventsAdded { After = 10, Last = 11, UserIds = ["8"] });
        listeners.Wake(11);
        (await waiting.News.WaitAsync(TimeSpan.Zero, TimeProvider.System, Token)).ShouldBeFalse();

        listeners.Wake(new PublicEventsAdded { After = 12, Last = 13, UserIds = ["8"] });
        (await waiting.News.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_stream_on_which_nothing_happens_shows_that_it_is_alive_and_where_to_come_back()
    {
        await using var gateway = await StartAsync("--Gateway:Events:Heartbeat=00:00:00.1");
        await using var body = await gateway.Client.GetStreamAsync(new Uri($"{Path}?user_id=7", UriKind.Relative), Token);
        using var lines = new StreamReader(body);
        (await LinesAsync(lines, 4)).ShouldBe([": GarminSync", "retry: 2000", "id: 100", ""]);

        (await LinesAsync(lines, 3)).ShouldBe([": still here", "id: 100", ""]);
        _kept.Add(nameof(SyncStarted), userId: "8");

        await Eventually.Get(() => LinesAsync(lines, 3), seen => seen.SequenceEqual([": still here", "id: 101", ""], StringComparer.Ordinal), cancellationToken: Token);
    }

    [Fact]
    public async Task Who_comes_back_misses_none_and_sees_none_twice()
    {
        await using var gateway = await StartAsync();
        var ids = Enumerable.Range(0, 250).Select(_ => $"{_kept.Add(nameof(SyncProgressed)).Id}").ToList();
        var seen = new List<string?>(ids.Count);
        var last = "100";
        foreach (var count in new[] { 1, 120, 129 })
        {
            await using var stream = await OpenStream.OpenAsync(gateway.Client, Path, last);
            for (var read = 0; read < count; read++)
            {
                seen.Add((await stream.ReadAsync()).EventId);
            }

            last = stream.LastEventId;
        }

        seen.ShouldBe<string?>(ids);
    }

    [Fact]
    public async Task Who_breaks_off_before_the_first_event_knows_where_to_come_back()
    {
        await using var gateway = await StartAsync();
        _kept.Add(nameof(SyncStarted));
        string place;
        await using (var body = await gateway.Client.GetStreamAsync(new Uri(Path, UriKind.Relative), Token))
        {
            using var lines = new StreamReader(body);
            place = (await LinesAsync(lines, 4))[2]["id: ".Length..];
        }

        var missed = _kept.Add(nameof(SyncProgressed));

        await using var stream = await OpenStream.OpenAsync(gateway.Client, $"{Path}?last_event_id={place}");
        (await stream.ReadAsync()).EventId.ShouldBe($"{missed.Id}");
    }

    [Fact]
    public async Task Only_the_types_that_are_named_come()
    {
        await using var gateway = await StartAsync();
        _kept.Add(nameof(SyncProgressed));
        _kept.Add(nameof(ActivitySynced));
        _kept.Add(nameof(SyncCompleted));

        await using var stream = await OpenStream.OpenAsync(gateway.Client, $"{Path}?types=activitysynced,%20SyncCompleted", "100");

        (await stream.ReadAsync()).EventType.ShouldBe(nameof(ActivitySynced));
        (await stream.ReadAsync()).EventType.ShouldBe(nameof(SyncCompleted));
    }

    // However many wait: what a caller has not taken yet is one page, and what the connection holds.
    [Fact]
    public async Task A_page_is_asked_for_when_the_caller_has_taken_the_one_before()
    {
        var happened = new ConcurrentQueue<string>();
        var consumers = new StubConsumers
        {
            Events = request =>
            {
                happened.Enqueue("asked");
                return _kept.Answer(request);
            },
        };
        await using var gateway = await GatewayHost.StartAsync(consumers);
        for (var count = 0; count < 350; count++)
        {
            _kept.Add(nameof(ActivitySynced));
        }

        var request = new GetPublicEvents { After = 100, Limit = 100 };
        await using var scope = gateway.Services.CreateAsyncScope();
        using var leaving = new CancellationTokenSource();
        await using var body = new Taken(happened, leaving);
        var call = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = leaving.Token, User = Caller.Operator(), Response = { Body = body } };

        await scope.ServiceProvider.GetRequiredService<EventStreaming>().RunAsync(call, request, (PublicEventList)_kept.Answer(request));

        happened.ShouldBe(["taken", "asked", "taken", "asked", "taken", "asked", "taken"]);
    }

    [Theory]
    [InlineData("?types=ActivitySynced,Nonsense", "types")]
    [InlineData("?last_event_id=-1", "last_event_id")]
    [InlineData("?last_event_id=abc", "last_event_id")]
    public async Task A_value_that_is_not_allowed_is_refused(string query, string field)
    {
        await using var gateway = await StartAsync();

        using var answer = await gateway.Client.GetAsync(new Uri(Path + query, UriKind.Relative), Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.JsonAsync()).GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("149", "Not all events after 149 are kept any more: those up to 150 are deleted")]
    [InlineData("301", "There is no event 301 yet: the newest is 300")]
    public async Task A_place_from_which_it_cannot_go_on_is_told(string place, string detail)
    {
        await using var gateway = await StartAsync();
        _kept.DeletedTo = 150;
        for (var count = 0; count < 200; count++)
        {
            _kept.Add(nameof(SyncProgressed));
        }

        using var answer = await gateway.Client.GetAsync(new Uri($"{Path}?last_event_id={place}", UriKind.Relative), Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await answer.DetailAsync()).ShouldStartWith(detail);
    }

    [Fact]
    public async Task While_the_consumers_fail_it_shows_that_it_is_alive_and_then_goes_on()
    {
        var fails = false;
        var consumers = new StubConsumers { Events = request => Volatile.Read(ref fails) ? throw new InvalidOperationException("Out of order.") : _kept.Answer(request) };
        await using var gateway = await GatewayHost.StartAsync(consumers, "--Gateway:Events:Heartbeat=00:00:00.1");
        await using var body = await gateway.Client.GetStreamAsync(new Uri($"{Path}?last_event_id=100", UriKind.Relative), Token);
        using var lines = new StreamReader(body);
        await LinesAsync(lines, 4);

        Volatile.Write(ref fails, true);
        var added = _kept.Add(nameof(SyncProgressed));
        await Eventually.Is(() => gateway.Log.Any(line => line.Contains("A stream of events goes on later", StringComparison.Ordinal)), cancellationToken: Token);
        (await LinesAsync(lines, 3))[0].ShouldBe(": still here");
        Volatile.Write(ref fails, false);

        await Eventually.Get(async () => await lines.ReadLineAsync(Token), line => line == "event: SyncProgressed", cancellationToken: Token);
        (await lines.ReadLineAsync(Token))!.ShouldContain(added.MessageId.ToString());
    }

    private Task<GatewayHost> StartAsync(params string[] settings) => GatewayHost.StartAsync(new StubConsumers { Events = _kept.Answer }, settings);

    // A stream asks once more before it waits.
    private Task IsWaitingAsync() => Eventually.Is(() => _kept.AnsweredStreams > 0, cancellationToken: Token);

    private static async Task<List<string>> LinesAsync(StreamReader lines, int count)
    {
        var read = new List<string>();
        while (read.Count < count)
        {
            read.Add((await lines.ReadLineAsync(Token)).ShouldNotBeNull());
        }

        return read;
    }
}

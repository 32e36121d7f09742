using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests.Telemetry;

/// <summary>The deployed service, three processes, and a receiver that they send their traces to.</summary>
public sealed class When_a_sync_is_traced(RabbitMqBroker broker)
{
    private const string Gateway = "garminsync-gateway";
    private const string Consumers = "garminsync-consumers";
    private const string CentralDb = "centraldb";

    [Fact]
    public async Task The_call_the_job_its_items_their_calls_and_the_events_are_one_trace()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 2 });
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var system = await DeployedSystem.StartAsync(broker, Settings(garmin, receiver));
        await using var events = await PlainSubscriber.StartAsync(system.Amqp, "ActivitySynced");
        var userId = await system.Api.LinkAsync();

        var trace = ActivityTraceId.CreateRandom().ToHexString();
        await system.Api.EndOfJobAsync(await StartAsync(system, trace, userId));

        await Eventually.Is(() => events.Envelopes.Count == 2);
        events.Envelopes.ShouldAllBe(envelope => TraceOf(envelope) == trace);
        await Eventually.Is(() => receiver.Trace(trace).Any(span => span.Name.Contains("SyncCompleted", StringComparison.Ordinal)), TimeSpan.FromSeconds(30));
        var spans = receiver.Trace(trace);
        ShouldHave(spans, Gateway, ReceivedSpan.Server, "POST /api/garmin/sync/activities");
        ShouldHave(spans, Consumers, ReceivedSpan.Client, "GET /activitylist-service/activities/search/activities");
        ShouldHave(spans, Consumers, ReceivedSpan.Client, "GET /download-service/files/activity/{id}");
        ShouldHave(spans, CentralDb, ReceivedSpan.Server, "POST /activities/{userId:guid}/");
        spans.Where(span => span is { Name: "item", Service: Consumers }).Count().ShouldBe(2);

        // What logs may not have, spans may not have either.
        var activities = events.Envelopes.Select(envelope => envelope.GetProperty("message").GetProperty("garminActivityId").GetInt64().ToString(CultureInfo.InvariantCulture)).ToList();
        foreach (var (name, value) in spans.SelectMany(span => span.Attributes.Append(KeyValuePair.Create("name", span.Name))))
        {
            activities.ShouldNotContain(id => value.Contains(id, StringComparison.Ordinal), $"{name}: {value}");
            value.ShouldNotContain(GatewayCalls.UserName, Case.Insensitive, name);
            (name.StartsWith("url.", StringComparison.Ordinal) && value.Contains('?', StringComparison.Ordinal)).ShouldBeFalse(value);
        }

        // Whole: each span but the first hangs on one that is there too.
        var known = spans.Select(span => span.SpanId).ToHashSet(StringComparer.Ordinal);
        spans.Where(span => !known.Contains(span.ParentId)).Select(span => $"{span.Service} {span.Name}").ShouldBe([$"{Gateway} POST /api/garmin/sync/activities"]);
    }

    [Fact]
    public async Task It_stays_one_trace_when_the_consumers_are_killed_in_the_middle()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 30 });
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var system = await DeployedSystem.StartAsync(broker, Settings(garmin, receiver));
        await using var events = await PlainSubscriber.StartAsync(system.Amqp, "ActivitySynced");
        var userId = await system.Api.LinkAsync();
        await garmin.SetFaultAsync(new { match = new { endpoint = "/download-service/*" }, kind = "Latency", delayMilliseconds = 300 });

        var trace = ActivityTraceId.CreateRandom().ToHexString();
        var job = await StartAsync(system, trace, userId);
        await Eventually.Is(() => events.Envelopes.Count > 3, TimeSpan.FromSeconds(30));
        await system.Consumers.KillAsync();
        var before = events.Envelopes.Count;
        await system.StartConsumersAsync();
        var ended = await system.Api.EndOfJobAsync(job);

        ended.GetProperty("state").GetString().ShouldBe("completed");
        await Eventually.Is(() => events.Envelopes.Count > before);
        before.ShouldBeGreaterThan(0);
        events.Envelopes.ShouldAllBe(envelope => TraceOf(envelope) == trace);
        await Eventually.Is(() => receiver.Trace(trace).Where(span => span.Service == Consumers).Select(span => span.Instance).Distinct().Count() == 2, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task It_stays_one_trace_when_a_clock_ends_its_pause()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 4 });
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var system = await DeployedSystem.StartAsync(broker, Settings(garmin, receiver));
        await using var events = await PlainSubscriber.StartAsync(system.Amqp, "SyncCompleted");
        var userId = await system.Api.LinkAsync();
        await garmin.SetFaultAsync(new { match = new { endpoint = "/download-service/*" }, kind = "RateLimited", retryAfterSeconds = 2, skip = 1, times = 1 });

        var trace = ActivityTraceId.CreateRandom().ToHexString();
        await system.Api.EndOfJobAsync(await StartAsync(system, trace, userId));

        await Eventually.Is(() => !events.Envelopes.IsEmpty);
        TraceOf(events.Envelopes.First()).ShouldBe(trace);
        await Eventually.Is(() => receiver.Trace(trace).Any(span => span is { Service: Consumers, Name: "job", LinkedTraces.Count: 1 }), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_request_in_plain_JSON_begins_one()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 1 });
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var system = await DeployedSystem.StartAsync(broker, Settings(garmin, receiver));
        await using var events = await PlainSubscriber.StartAsync(system.Amqp, "ActivitySynced");
        var userId = await system.Api.LinkAsync();

        await events.PublishPlainAsync("SyncRequested", JsonSerializer.Serialize(new { userId }));

        await Eventually.Is(() => !events.Envelopes.IsEmpty, TimeSpan.FromSeconds(30));
        var trace = TraceOf(events.Envelopes.First()).ShouldNotBeNull();
        await Eventually.Is(() => receiver.Trace(trace).Any(span => span.ParentId.Length == 0), TimeSpan.FromSeconds(30));
        receiver.Trace(trace).Where(span => span.ParentId.Length == 0).Select(span => span.Name).ShouldBe(["sync-requested receive"]);
    }

    [Fact]
    public async Task Its_log_lines_are_sent_with_it_and_lines_in_JSON_have_it_too()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 1 });
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var system = await DeployedSystem.StartAsync(broker, new Dictionary<string, string?>(Settings(garmin, receiver), StringComparer.Ordinal)
        {
            ["Serilog:WriteTo:0:Name"] = "Console",
            ["Serilog:WriteTo:0:Args:formatter"] = "Serilog.Formatting.Json.JsonFormatter, Serilog",
        });
        var userId = await system.Api.LinkAsync();

        var trace = ActivityTraceId.CreateRandom().ToHexString();
        await system.Api.EndOfJobAsync(await StartAsync(system, trace, userId));

        await Eventually.Get(
            () => Task.FromResult(LinesOf(receiver, trace)),
            lines => lines.Select(line => line.Service).Distinct().Count() == 3
                && lines.Any(line => line.Service == Consumers && line.Attributes.GetValueOrDefault("EventId", "").Contains("Id=3001", StringComparison.Ordinal)),
            TimeSpan.FromSeconds(30));
        system.Consumers.Output.Split('\n').ShouldContain(line => line.Contains($"\"TraceId\":\"{trace}\"", StringComparison.Ordinal) && line.StartsWith('{'));
    }

    private static List<ReceivedLine> LinesOf(OtlpReceiver receiver, string trace)
    {
        receiver.Read();
        return [.. receiver.Lines.Where(line => line.TraceId == trace)];
    }

    private static Dictionary<string, string?> Settings(GarminSimulator garmin, OtlpReceiver receiver) =>
        new(DeployedSystem.Settings(garmin).Concat(receiver.Settings), StringComparer.Ordinal);

    private static async Task<Uri> StartAsync(DeployedSystem system, string trace, string userId)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, new Uri("api/garmin/sync/activities", UriKind.Relative)) { Content = JsonContent.Create(new { user_id = userId }) };
        call.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom().ToHexString()}-01");
        using var answer = await system.Api.SendAsync(call);
        answer.EnsureSuccessStatusCode();
        return answer.Headers.Location!;
    }

    private static void ShouldHave(IReadOnlyList<ReceivedSpan> spans, string service, int kind, string name) =>
        spans.ShouldContain(span => span.Service == service && span.Kind == kind && span.Name == name, string.Join('\n', spans.Select(span => $"{span.Service} {span.Scope} {span.Kind} {span.Name}").Distinct().Order()));

    private static string? TraceOf(JsonElement envelope) => envelope.GetProperty("headers").GetProperty("MT-Activity-Id").GetString()?.Split('-')[1];
}

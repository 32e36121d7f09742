using System.Text;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

/// <summary>Anybody who may publish may publish anything. It is kept for a person to look at, with the reason, and stops nothing.</summary>
public sealed class When_a_message_cannot_be_read(RabbitMqBroker broker)
{
    private const string Envelope = "application/vnd.masstransit+json";

    private static readonly string[] Queues =
    [
        "sync-requested", "sync-job", "plan-sync", "fetch-activity", "link-garmin-account", "unlink-garmin-account", "list-garmin-accounts", "sync-job-queries",
    ];

    private static readonly (string? ContentType, byte[] Body) ByteOrderMark = (null, Encoding.UTF8.GetBytes("\uFEFF{}"));

    private static readonly (string? ContentType, byte[] Body)[] Garbage =
    [
        (Envelope, []),
        (Envelope, Encoding.UTF8.GetBytes("""{"messageType": ["urn:message:GarminSync.Contracts:SyncRequested"], "message": {"userId": """)),
        (Envelope, Encoding.UTF8.GetBytes("""{"messageType": ["urn:message:GarminSync.Contracts:SyncRequested"], "message": {"userId": {"a": 1}}}""")),
        (Envelope, Encoding.UTF8.GetBytes("""{"messageType": ["urn:message:Some.Where:Else"], "message": {}}""")),
        (Envelope, Encoding.UTF8.GetBytes("""{"messageType": "none", "message": 1}""")),
        (Envelope, Encoding.UTF8.GetBytes("""{"message": {}}""")),
        (Envelope, Encoding.UTF8.GetBytes("null")),
        (Envelope, Encoding.UTF8.GetBytes("[]")),
        (Envelope, RandomBytes(64)),
        (Envelope, RandomBytes(1_000_000)),
        (null, RandomBytes(64)),
        (null, RandomBytes(1_000_000)),
        (null, Encoding.UTF8.GetBytes("\"text\"")),
        (null, Encoding.UTF8.GetBytes("null")),
        ByteOrderMark,
        ("application/json", Encoding.UTF8.GetBytes("{\"userId\": [1, 2]}")),
        ("application/json", Encoding.UTF8.GetBytes("{\"userId\": \"one\", \"jobId\": \"no id\"}")),
        ("image/png", RandomBytes(64)),
        ("no content type at all", RandomBytes(64)),
    ];

    [Fact]
    public async Task It_is_put_aside_with_the_reason_and_the_next_sync_runs()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 2 });
        await using var system = await HostedSystem.StartAsync(broker, HostedSystem.Settings(garmin));
        await using var client = await PlainClient.ConnectAsync(system.Amqp);

        await Task.WhenAll(Queues.Select(queue => AllIsPutAsideAsync(client, queue)));

        await system.Api.LinkAsync();
        var job = await system.Api.SyncAsync();
        job.GetProperty("state").GetString().ShouldBe("completed");
    }

    private static async Task AllIsPutAsideAsync(PlainClient client, string queue)
    {
        // Plain JSON is read there, a byte order mark or not.
        var garbage = queue == "sync-requested" ? [.. Garbage.Except([ByteOrderMark])] : Garbage;
        foreach (var (contentType, body) in garbage)
        {
            await client.PublishAsync("", queue, body, contentType);
        }

        await Eventually.Equals(
            garbage.Length,
            async () => await client.CountAsync($"{queue}_error") + await client.CountAsync($"{queue}_skipped"),
            TimeSpan.FromSeconds(60),
            what: $"unreadable messages of {queue}");
        await ShouldSayWhyAsync(client, queue);
    }

    private static async Task ShouldSayWhyAsync(PlainClient client, string queue)
    {
        while (await client.TakeAsync($"{queue}_error") is { } failed)
        {
            failed.Header("MT-Reason").ShouldBe("fault");
            failed.Header("MT-Fault-Message").ShouldNotBeNullOrEmpty();
            failed.Header("MT-Fault-ExceptionType").ShouldNotBeNullOrEmpty();
        }

        while (await client.TakeAsync($"{queue}_skipped") is { } skipped)
        {
            skipped.Header("MT-Reason").ShouldBe("dead-letter");
        }
    }

    private static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }
}

using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.Bus;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_queues_are_declared(RabbitMqBroker broker)
{
    private static readonly string[] Expected =
    [
        "fetch-activity", "fetch-health-metrics", "garmin-sync-dead-letters", "health-metric-queries", "import-garmin-tokens", "link-garmin-account",
        "list-garmin-accounts", "ping-consumers", "plan-sync", "redeem-service-ticket", "submit-mfa-code", "sync-event-queries", "sync-job", "sync-job-queries", "sync-look-for-news", "sync-operations",
        "sync-requested", "sync-requested_error", "sync-requested_skipped", "sync-schedule", "unlink-garmin-account", "upload-status", "upload-workout", "user-erasure", "user-token",
    ];

    [Fact]
    public async Task All_that_last_are_quorum_queues_and_only_those_for_answers_go_with_their_process()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions());
        var virtualHost = await broker.CreateVirtualHostAsync();
        await using var system = await HostedSystem.StartAsync(virtualHost.Amqp, HostedSystem.Settings(garmin));
        await using var client = await PlainClient.ConnectAsync(system.Amqp);
        await client.PublishAsync("", "sync-requested", "no JSON"u8.ToArray());
        await client.PublishAsync("", "sync-requested", """{"messageType": ["urn:message:Unknown"], "message": {}}"""u8.ToArray(), "application/vnd.masstransit+json");

        var names = await Eventually.Get(
            () => virtualHost.GetQueuesAsync(), seen => seen.Contains("sync-requested_error") && seen.Contains("sync-requested_skipped"));

        names.Where(name => !name.Contains("_bus_", StringComparison.Ordinal)).ShouldBe(Expected, ignoreOrder: true);
        Expected.Where(name => !LastingQueues.HoldsDeadLetters(name, out _)).ShouldBe(LastingQueues.All, "whoever looks at them from outside goes by that list");
        foreach (var name in names)
        {
            await ShouldBeAsItIsMeantAsync(virtualHost, name);
        }
    }

    [Fact]
    public async Task Whoever_publishes_waits_for_the_broker_to_confirm_it()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 1 });
        var virtualHost = await broker.CreateVirtualHostAsync();
        await using var system = await HostedSystem.StartAsync(virtualHost.Amqp, HostedSystem.Settings(garmin));
        await system.Api.LinkAsync();
        await system.Api.SyncAsync();

        var channels = await Eventually.Get(() => virtualHost.GetChannelsAsync(), seen => seen.Any(HasPublished), TimeSpan.FromSeconds(30));

        channels.Where(HasPublished).ShouldAllBe(channel => channel.GetProperty("confirm").GetBoolean());
    }

    private static async Task ShouldBeAsItIsMeantAsync(TestVirtualHost virtualHost, string name)
    {
        var queue = await virtualHost.GetQueueAsync(name);
        var arguments = queue.GetProperty("arguments");
        if (name.Contains("_bus_", StringComparison.Ordinal))
        {
            // RabbitMQ 4.3 and later refuse a queue that is neither durable nor exclusive.
            queue.GetProperty("exclusive").GetBoolean().ShouldBeTrue(queue.ToString());
            return;
        }

        queue.GetProperty("durable").GetBoolean().ShouldBeTrue(name);
        arguments.GetProperty("x-queue-type").GetString().ShouldBe("quorum", name);
        if (name != "garmin-sync-dead-letters")
        {
            arguments.GetProperty("x-delivery-limit").GetInt32().ShouldBe(20, name);
            arguments.GetProperty("x-dead-letter-exchange").GetString().ShouldBe("garmin-sync-dead-letters", name);
        }
    }

    private static bool HasPublished(JsonElement channel) => channel.TryGetProperty("message_stats", out var stats) && stats.TryGetProperty("publish", out _);
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

/// <summary>The least rights with which everything works: those that docs/rabbitmq.md names.</summary>
public sealed class When_each_has_its_own_broker_user(RabbitMqBroker broker)
{
    private const string Gateway = @"^(GarminSync\.Contracts:.*|[^:]*_GarminSyncGateway_bus_.*)$";

    private const string GatewayReads = @"^(GarminSync\.Contracts:.*|[^:]*_GarminSyncGateway_bus_.*|garmin-sync-dead-letters|[a-z-]+_(error|skipped))$";

    private const string GatewayWrites =
        @"^(GarminSync\.Contracts:.*|[^:]*_GarminSyncGateway_bus_.*|garmin-sync-dead-letters|(sync|plan|fetch|upload|link|submit|redeem|import|unlink|list|health|user|ping)-[a-z_-]+)$";

    private const string Consumers =
        @"^(GarminSync\..*|MassTransit:.*|[^:]*_bus_.*|garmin-sync-.*|(sync|plan|fetch|upload|link|submit|redeem|import|unlink|list|health|user|ping)-.*)$";

    private const string Subscriber = "^training-plans-.*$";
    private const string SubscriberWrites = @"^(training-plans-.*|GarminSync\.Contracts:SyncRequested)$";
    private const string SubscriberReads = @"^(training-plans-.*|GarminSync\.Contracts:.*)$";

    [Fact]
    public async Task A_sync_runs_and_a_subscriber_hears_of_it()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 3 });
        var virtualHost = await broker.CreateVirtualHostAsync();
        var gateway = await virtualHost.CreateUserAsync("gateway", Gateway, GatewayWrites, GatewayReads);
        var consumers = await virtualHost.CreateUserAsync("consumers", Consumers, Consumers, Consumers);
        var subscriber = await virtualHost.CreateUserAsync("subscriber", Subscriber, SubscriberWrites, SubscriberReads);
        await using var system = await DeployedSystem.StartAsync(consumers, DeployedSystem.Settings(garmin), gateway);

        await using var connection = await new ConnectionFactory { Uri = subscriber }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync("training-plans-activities", durable: true, exclusive: false, autoDelete: false);
        await system.Api.LinkAsync();
        await system.Api.SyncAsync();
        await channel.QueueBindAsync("training-plans-activities", "GarminSync.Contracts:SyncCompleted", "");
        await channel.BasicPublishAsync("GarminSync.Contracts:SyncRequested", "", "{}"u8.ToArray());

        await Eventually.Is(async () => await channel.MessageCountAsync("training-plans-activities") == 1);
        await Should.ThrowAsync<OperationInterruptedException>(() => channel.QueuePurgeAsync("sync-job"));
        system.Gateway.Output.ShouldNotContain("ACCESS_REFUSED");
        system.Consumers.Output.ShouldNotContain("ACCESS_REFUSED");
    }

    /// <summary>Also while no consumer runs: what lies there may be the reason.</summary>
    [Fact]
    public async Task What_was_put_aside_is_looked_at_put_back_and_discarded_by_the_gateway()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions());
        var virtualHost = await broker.CreateVirtualHostAsync();
        var gateway = await virtualHost.CreateUserAsync("gateway", Gateway, GatewayWrites, GatewayReads);
        await using var system = await DeployedSystem.StartAsync(virtualHost.Amqp, DeployedSystem.Settings(garmin), gateway);
        await using var client = await PlainClient.ConnectAsync(virtualHost.Amqp);
        await client.PublishAsync("", "sync-requested", """{"userId": [1], "password": "planted"}"""u8.ToArray());
        await Eventually.Equals(1, () => client.CountAsync("sync-requested_error"));
        var first = await OnlyLetterAsync(system.Api);
        first.GetProperty("body").GetProperty("password").GetString().ShouldBe("***");
        first.GetProperty("exception_type").GetString().ShouldNotBeNullOrEmpty();

        using var putBack = await system.Api.PostAsync(new Uri($"api/dead-letters/sync-requested_error/{first.GetProperty("id").GetString()}/requeue", UriKind.Relative), content: null);
        putBack.StatusCode.ShouldBe(HttpStatusCode.OK, await putBack.Content.ReadAsStringAsync());
        await Eventually.Equals(1, () => client.CountAsync("sync-requested_error"));
        await system.Consumers.KillAsync();
        var again = await OnlyLetterAsync(system.Api);
        again.GetProperty("id").GetString().ShouldBe(first.GetProperty("id").GetString());
        again.GetProperty("times_put_back").GetInt32().ShouldBe(1);
        again.GetProperty("first_failed_at").GetDateTimeOffset().ShouldBe(first.GetProperty("failed_at").GetDateTimeOffset());

        // Often enough that it is written anew, which needs rights of its own.
        for (var look = 0; look < 25; look++)
        {
            await OnlyLetterAsync(system.Api);
        }

        using var discarded = await system.Api.DeleteAsync(new Uri($"api/dead-letters/sync-requested_error/{again.GetProperty("id").GetString()}", UriKind.Relative));
        discarded.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.CountAsync("sync-requested_error")).ShouldBe(0);
        system.Gateway.Output.ShouldNotContain("planted");
    }

    private static async Task<JsonElement> OnlyLetterAsync(HttpClient gateway) =>
        (await gateway.GetFromJsonAsync<JsonElement>("api/dead-letters/sync-requested_error")).GetProperty("dead_letters").EnumerateArray().ShouldHaveSingleItem();
}

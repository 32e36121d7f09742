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
        var gateway = await virtualHost.CreateUserAsync("gateway", Gateway, Gateway, Gateway);
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
}

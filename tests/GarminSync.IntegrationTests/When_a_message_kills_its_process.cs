using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_a_message_kills_its_process(RabbitMqBroker broker)
{
    private const int DeliveryLimit = 20;

    [Fact]
    public async Task It_is_put_aside_after_twenty_deliveries()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions());
        await using var system = await DeployedSystem.StartAsync(broker, DeployedSystem.Settings(garmin));
        await system.Consumers.KillAsync();
        await using var client = await PlainClient.ConnectAsync(system.Amqp);
        await client.PublishAsync("", "fetch-activity", "poison"u8.ToArray());

        var deaths = 0;
        await Eventually.Is(
            async () =>
            {
                deaths += await client.DieOverOneAsync("fetch-activity") ? 1 : 0;
                return await client.CountAsync("garmin-sync-dead-letters") == 1;
            },
            TimeSpan.FromSeconds(60));

        deaths.ShouldBe(DeliveryLimit + 1);
        var dead = (await client.TakeAsync("garmin-sync-dead-letters"))!;
        dead.Body.ToArray().ShouldBe("poison"u8.ToArray());
        dead.Header("x-first-death-queue").ShouldBe("fetch-activity");
        dead.Header("x-first-death-reason").ShouldBe("delivery_limit");
    }
}

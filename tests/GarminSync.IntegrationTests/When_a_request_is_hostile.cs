using System.Text;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

/// <summary>Whoever may publish to the broker may try; whoever reaches the gateway may too.</summary>
public sealed class When_a_request_is_hostile(RabbitMqBroker broker)
{
    private const string Forged = "00:00:00.000 INF Forged line";

    private static readonly string[] Ids =
    [
        "..", "../tokens/1", "..%2f..%2ftokens", "a\0b", $"a\r\n{Forged}", $"a\u2028{Forged}", "\u001b[2J", "\u202e", "走る", "'; DROP TABLE inbox; --", "?x=1#", new('x', 5_000_000),
    ];

    [Fact]
    public async Task It_is_refused_or_put_aside_and_the_next_sync_runs()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 2 });
        await using var system = await DeployedSystem.StartAsync(broker, DeployedSystem.Settings(garmin));
        await system.Api.LinkAsync();
        await using var client = await PlainClient.ConnectAsync(system.Amqp);
        await using var failed = await PlainSubscriber.StartAsync(system.Amqp, "SyncFailed");
        string[] refused =
        [
            .. Ids.Select(id => JsonSerializer.Serialize(new { userId = id })),
            JsonSerializer.Serialize(new { formats = Ids }),
            JsonSerializer.Serialize(new { metrics = Ids }),
            JsonSerializer.Serialize(new { startDate = Ids[^1] }),
            JsonSerializer.Serialize(new { workoutIds = Ids[..^1] }),
            JsonSerializer.Serialize(new { workoutIds = Ids[^1..] }),
        ];
        string[] unreadable = [$$"""{"userId": {{new string('[', 1_000_000)}}""", $$"""{"more": {{new string('[', 100_000)}}{{new string(']', 100_000)}}}""", """{"userId": "\ud800"}"""];

        foreach (var body in refused.Concat(unreadable))
        {
            await client.PublishAsync("GarminSync.Contracts:SyncRequested", "", Encoding.UTF8.GetBytes(body));
        }

        await Eventually.Equals(refused.Length, () => Task.FromResult(failed.Envelopes.Count), TimeSpan.FromSeconds(60));
        await Eventually.Equals(unreadable.Length, () => client.CountAsync("sync-requested_error"), TimeSpan.FromSeconds(60));
        failed.Envelopes.ShouldAllBe(envelope => envelope.GetProperty("message").GetProperty("reason").GetString()!.Length <= 2001);
        (await system.Api.SyncAsync()).GetProperty("state").GetString().ShouldBe("completed");
        ShouldBeWhole(system.Consumers.Output);
    }

    [Fact]
    public async Task A_path_stays_on_its_line_of_the_log()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 0 });
        await using var system = await DeployedSystem.StartAsync(broker, DeployedSystem.Settings(garmin));

        foreach (var id in Ids[..^1])
        {
            foreach (var service in new[] { system.Gateway, system.CentralDb })
            {
                using var answer = await service.Http.GetAsync(new Uri($"api/garmin/accounts/{Uri.EscapeDataString(id)}", UriKind.Relative));
                ((int)answer.StatusCode).ShouldBeInRange(400, 404);
            }
        }

        await Eventually.Is(() => system.Gateway.Output.Contains("DROP TABLE", StringComparison.Ordinal) && system.CentralDb.Output.Contains("DROP TABLE", StringComparison.Ordinal));
        ShouldBeWhole(system.Gateway.Output);
        ShouldBeWhole(system.CentralDb.Output);
    }

    private static void ShouldBeWhole(string log)
    {
        log.Split('\n', '\u2028').ShouldNotContain(line => line.StartsWith(Forged, StringComparison.Ordinal));
        log.ShouldNotContain("\u001b[2J");
        log.Length.ShouldBeLessThan(1_000_000);
    }
}

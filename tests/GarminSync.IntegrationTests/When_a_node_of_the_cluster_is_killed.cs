using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminConnect.Simulator.Athletes;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

/// <summary>Alone, because three brokers that choose new leaders for every queue at once take all that there is.</summary>
[Collection(nameof(Alone))]
public sealed class When_a_node_of_the_cluster_is_killed
{
    private const int Accounts = 3;
    private const int Activities = 12;

    [Fact]
    public async Task Nothing_is_lost()
    {
        Assert.SkipUnless(RabbitMqCluster.CanStart, "A cluster needs RabbitMQ's server program on this machine.");
        await using var cluster = await RabbitMqCluster.StartAsync();
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions());
        var settings = new Dictionary<string, string?>(HostedSystem.Settings(garmin), StringComparer.Ordinal);
        for (var node = 0; node < cluster.Hosts.Count; node++)
        {
            settings[$"RabbitMq:ClusterHosts:{node}"] = cluster.Hosts[node];
        }

        await using var system = await HostedSystem.StartAsync(cluster.Amqp, settings);
        await using var synced = await PlainSubscriber.StartAsync(cluster.AmqpOf(2), "ActivitySynced");
        var users = await Task.WhenAll(Enumerable.Range(0, Accounts).Select(number => LinkAsync(garmin, system, $"runner{number}@example.com")));
        await garmin.SlowDownAsync("/download-service/*", TimeSpan.FromMilliseconds(300));
        var jobs = await Task.WhenAll(users.Select(user => system.Api.StartSyncAsync(new { user_id = user })));
        await system.Api.IsUnderWayAsync(jobs[0]);

        await cluster.KillAsync(0); // the node that everyone is connected to

        foreach (var job in jobs)
        {
            var ended = await Eventually.Get(
                () => LookAsync(system.Api, job), seen => seen.GetProperty("end_time").ValueKind != JsonValueKind.Null, TimeSpan.FromMinutes(3));
            ended.GetProperty("state").GetString().ShouldBe("completed");
        }

        foreach (var user in users)
        {
            var stored = await system.CentralDb.Http.GetFromJsonAsync<JsonElement>($"activities/{user}");
            stored.GetProperty("total").GetInt32().ShouldBe(Activities);
        }

        await Eventually.Equals(Accounts * Activities, () => Task.FromResult(synced.Envelopes.Select(MessageId).Distinct().Count()), TimeSpan.FromSeconds(60));
    }

    private static async Task<string> LinkAsync(GarminSimulator garmin, HostedSystem system, string email)
    {
        await garmin.AddAthleteAsync(new AthleteSpec { Email = email, Activities = Activities, Specials = false });
        return await system.Api.LinkAsync(email);
    }

    // A call that is on its way when the node dies may go unanswered; the next one does not.
    private static async Task<JsonElement> LookAsync(HttpClient api, Uri job)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        try
        {
            return await api.GetFromJsonAsync<JsonElement>(job, patience.Token);
        }
        catch (OperationCanceledException exception)
        {
            throw new TimeoutException("The gateway did not answer.", exception);
        }
    }

    private static string? MessageId(JsonElement envelope) => envelope.GetProperty("messageId").GetString();
}

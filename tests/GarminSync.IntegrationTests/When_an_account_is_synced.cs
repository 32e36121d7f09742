using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_an_account_is_synced(RabbitMqBroker broker)
{
    private const int Activities = 12;

    [Fact]
    public async Task Each_activity_is_fetched_once_and_an_unchanged_account_costs_one_listing()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = Activities });
        await using var system = await HostedSystem.StartAsync(broker, HostedSystem.Settings(garmin));
        await using var subscriber = await PlainSubscriber.StartAsync(system.Amqp, "SyncCompleted");
        await system.Api.LinkAsync();

        var first = await system.Api.SyncAsync();
        var all = garmin.ActivitiesOf(GatewayCalls.UserName).Count;
        Counts(first).ShouldBe((all, all, 0, 0));

        using var admin = new HttpClient { BaseAddress = garmin.BaseAddress };
        var before = await admin.GetFromJsonAsync<Dictionary<string, int>>("admin/requests");
        var second = await system.Api.SyncAsync();
        var after = await admin.GetFromJsonAsync<Dictionary<string, int>>("admin/requests");

        Counts(second).ShouldBe((0, 0, Activities, 0));
        Sum(after!, "download-service").ShouldBe(Sum(before!, "download-service"));
        second.GetProperty("garmin_requests").GetInt32().ShouldBeLessThanOrEqualTo(2);
        await Eventually.Equals(2, () => Task.FromResult(subscriber.Envelopes.Count));
    }

    [Fact]
    public async Task Any_client_can_ask_for_it_with_plain_JSON()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 2 });
        await using var system = await HostedSystem.StartAsync(broker, HostedSystem.Settings(garmin));
        var userId = await system.Api.LinkAsync();
        var jobId = Guid.NewGuid();

        await using var client = await PlainSubscriber.StartAsync(system.Amqp, "SyncCompleted");
        await client.PublishPlainAsync("SyncRequested", $$"""{"userId": "{{userId}}", "jobId": "{{jobId}}"}""");
        await client.PublishPlainAsync("SyncRequested", $$"""{"userId": "{{userId}}", "jobId": "{{jobId}}"}""");

        await Eventually.Equals(1, () => Task.FromResult(client.Envelopes.Count));
        var job = await system.Api.EndOfJobAsync(new Uri($"api/garmin/sync/jobs/{jobId}", UriKind.Relative));
        Counts(job).ShouldBe((2, 2, 0, 0));
    }

    private static (int Planned, int Done, int Unchanged, int Failed) Counts(JsonElement job)
    {
        var counts = job.GetProperty("counts").GetProperty("activities");
        return (counts.GetProperty("planned").GetInt32(), counts.GetProperty("done").GetInt32(), counts.GetProperty("unchanged").GetInt32(), counts.GetProperty("failed").GetInt32());
    }

    private static int Sum(Dictionary<string, int> requests, string part) => requests.Where(request => request.Key.Contains(part, StringComparison.Ordinal)).Sum(request => request.Value);
}

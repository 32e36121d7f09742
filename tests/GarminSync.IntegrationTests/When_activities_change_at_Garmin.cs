using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_activities_change_at_Garmin(RabbitMqBroker broker)
{
    [Fact]
    public async Task A_renamed_one_is_synced_again_and_a_deleted_one_is_announced_after_two_listings()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 5 });
        await using var system = await HostedSystem.StartAsync(broker, HostedSystem.Settings(garmin));
        await using var synced = await PlainSubscriber.StartAsync(system.Amqp, "ActivitySynced");
        await using var deleted = await PlainSubscriber.StartAsync(system.Amqp, "ActivityDeleted");
        using var admin = new HttpClient { BaseAddress = garmin.BaseAddress };
        var userId = await system.Api.LinkAsync();
        await system.Api.SyncAsync();
        var ids = (await admin.GetFromJsonAsync<JsonElement>($"admin/athletes/{GatewayCalls.UserName}/activities")).EnumerateArray()
            .Select(activity => activity.GetProperty("activityId").GetInt64()).ToList();

        using var renamed = await admin.PostAsJsonAsync($"admin/activities/{ids[0]}/rename", new { name = "Evening run with Ana" });
        using var removed = await admin.DeleteAsync(new Uri($"admin/activities/{ids[1]}", UriKind.Relative));
        await system.Api.SyncAsync();

        await Eventually.Is(() => synced.Envelopes.Any(envelope => Message(envelope, "garminActivityId").GetInt64() == ids[0] && Message(envelope, "revision").GetInt32() == 2));
        deleted.Envelopes.ShouldBeEmpty();

        await system.Api.SyncAsync();

        await Eventually.Equals(1, () => Task.FromResult(deleted.Envelopes.Count));
        Message(deleted.Envelopes.Single(), "garminActivityId").GetInt64().ShouldBe(ids[1]);
        var stored = (await system.CentralDb.Http.GetFromJsonAsync<JsonElement>($"activities/{userId}")).GetProperty("items").EnumerateArray().ToList();
        stored.Count.ShouldBe(5);
        stored.Single(activity => activity.GetProperty("garmin_activity_id").GetInt64() == ids[0]).GetProperty("name").GetString().ShouldBe("Evening run with Ana");
    }

    [Fact]
    public async Task A_deleted_one_is_deleted_from_CentralDB_too_when_that_is_asked_for()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 3 });
        var settings = new Dictionary<string, string?>(HostedSystem.Settings(garmin), StringComparer.Ordinal) { ["Activities:DeleteFromCentralDb"] = "true" };
        await using var system = await HostedSystem.StartAsync(broker, settings);
        await using var deleted = await PlainSubscriber.StartAsync(system.Amqp, "ActivityDeleted");
        using var admin = new HttpClient { BaseAddress = garmin.BaseAddress };
        var userId = await system.Api.LinkAsync();
        await system.Api.SyncAsync();
        var newest = (await admin.GetFromJsonAsync<JsonElement>($"admin/athletes/{GatewayCalls.UserName}/activities"))[0].GetProperty("activityId").GetInt64();

        using var removed = await admin.DeleteAsync(new Uri($"admin/activities/{newest}", UriKind.Relative));
        await system.Api.SyncAsync();
        (await StoredAsync(system, userId)).Count.ShouldBe(3);
        await system.Api.SyncAsync();

        await Eventually.Equals(1, () => Task.FromResult(deleted.Envelopes.Count));
        Message(deleted.Envelopes.Single(), "garminActivityId").GetInt64().ShouldBe(newest);
        var left = await StoredAsync(system, userId);
        left.Count.ShouldBe(2);
        left.ShouldNotContain(newest);
    }

    private static async Task<List<long>> StoredAsync(HostedSystem system, string userId) =>
        [.. (await system.CentralDb.Http.GetFromJsonAsync<JsonElement>($"activities/{userId}")).GetProperty("items").EnumerateArray()
            .Select(activity => activity.GetProperty("garmin_activity_id").GetInt64())];

    private static JsonElement Message(JsonElement envelope, string property) => envelope.GetProperty("message").GetProperty(property);
}

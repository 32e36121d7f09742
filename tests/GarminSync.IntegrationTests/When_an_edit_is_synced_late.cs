using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_an_edit_is_synced_late(RabbitMqBroker broker)
{
    [Fact]
    public async Task It_reaches_CentralDB_as_the_next_revision_though_the_ledger_was_lost()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 2 });
        await using var system = await HostedSystem.StartAsync(broker, HostedSystem.Settings(garmin));
        await using var synced = await PlainSubscriber.StartAsync(system.Amqp, "ActivitySynced");
        var (userId, id) = await SyncFirstAsync(system, garmin);
        await RenameAsync(garmin, id, "Second");
        await system.Api.SyncAsync();
        await RenameAsync(garmin, id, "Third");
        await system.Api.SyncAsync();

        await system.ForgetActivitiesAsync();
        await RenameAsync(garmin, id, "Fourth");
        await system.Api.SyncAsync();

        (await StoredAsync(system, userId, id)).ShouldBe(("Fourth", 4));
        await Eventually.Is(() => Revisions(synced, id).Contains(4));

        // Lost once more, and nothing has changed: it is the revision that it was.
        await system.ForgetActivitiesAsync();
        await system.Api.SyncAsync();

        (await StoredAsync(system, userId, id)).ShouldBe(("Fourth", 4));
        Revisions(synced, id).Max().ShouldBe(4);
    }

    [Fact]
    public async Task A_retry_of_the_job_that_missed_its_file_does_not_undo_a_later_one()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 2 });
        await using var system = await HostedSystem.StartAsync(broker, HostedSystem.Settings(garmin));
        await using var synced = await PlainSubscriber.StartAsync(system.Amqp, "ActivitySynced");
        var (userId, id) = await SyncFirstAsync(system, garmin);
        await RenameAsync(garmin, id, "Second");
        await garmin.FailAsync($"/download-service/files/activity/{id}", 500);
        var missed = await system.Api.StartSyncAsync();
        (await system.Api.EndOfJobAsync(missed)).GetProperty("state").GetString().ShouldBe("completed_with_errors");
        await garmin.EndFaultsAsync();
        await RenameAsync(garmin, id, "Third");
        await system.Api.SyncAsync();

        using var retried = await system.Api.PostAsync(new Uri($"{missed}/retry", UriKind.Relative), content: null);
        retried.EnsureSuccessStatusCode();
        await Eventually.Get(() => system.Api.GetFromJsonAsync<JsonElement>(missed), job => job.GetProperty("state").GetString() == "completed", TimeSpan.FromSeconds(30));

        (await StoredAsync(system, userId, id)).ShouldBe(("Third", 3));
        await Eventually.Is(() => Revisions(synced, id).Contains(3));
        Revisions(synced, id).ShouldBe([1, 2, 3]);
    }

    /// <summary>Links, syncs, and returns the activity that the test is about.</summary>
    private static async Task<(string UserId, long ActivityId)> SyncFirstAsync(HostedSystem system, GarminSimulator garmin)
    {
        var userId = await system.Api.LinkAsync();
        await system.Api.SyncAsync();
        using var admin = new HttpClient { BaseAddress = garmin.BaseAddress };
        var activities = (await admin.GetFromJsonAsync<JsonElement>($"admin/athletes/{GatewayCalls.UserName}/activities")).EnumerateArray();
        return (userId, activities.First(activity => activity.GetProperty("file").GetString() == "Fit").GetProperty("activityId").GetInt64());
    }

    private static async Task RenameAsync(GarminSimulator garmin, long id, string name)
    {
        using var admin = new HttpClient { BaseAddress = garmin.BaseAddress };
        using var renamed = await admin.PostAsJsonAsync($"admin/activities/{id}/rename", new { name });
        renamed.EnsureSuccessStatusCode();
    }

    private static async Task<(string? Name, int Revision)> StoredAsync(HostedSystem system, string userId, long id)
    {
        var stored = (await system.CentralDb.Http.GetFromJsonAsync<JsonElement>($"activities/{userId}")).GetProperty("items").EnumerateArray()
            .Single(activity => activity.GetProperty("garmin_activity_id").GetInt64() == id);
        return (stored.GetProperty("name").GetString(), stored.GetProperty("revision").GetInt32());
    }

    private static List<int> Revisions(PlainSubscriber synced, long id) =>
        [.. synced.Envelopes.Select(envelope => envelope.GetProperty("message"))
            .Where(message => message.GetProperty("garminActivityId").GetInt64() == id)
            .Select(message => message.GetProperty("revision").GetInt32())];
}

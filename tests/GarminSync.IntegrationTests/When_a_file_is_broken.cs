using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_a_file_is_broken(RabbitMqBroker broker)
{
    [Fact]
    public async Task That_activity_is_stored_without_it_the_job_has_the_reason_and_a_retry_brings_the_file()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 8 });
        var settings = new Dictionary<string, string?>(HostedSystem.Settings(garmin), StringComparer.Ordinal) { ["Garmin:MaxUnpackedBytes"] = "20000000" };
        await using var system = await HostedSystem.StartAsync(broker, settings);
        await using var subscriber = await PlainSubscriber.StartAsync(system.Amqp, "ActivitySyncFailed");
        var userId = await system.Api.LinkAsync();
        var broken = (await BreakAsync(garmin, "Truncated", "ZipWithoutFit", "ZipBomb")).Order().ToList();

        var job = await system.Api.SyncAsync();

        job.GetProperty("state").GetString().ShouldBe("completed_with_errors");
        var failures = job.GetProperty("failures").EnumerateArray().ToDictionary(
            failure => failure.GetProperty("item").GetString()!, failure => failure.GetProperty("reason").GetString()!);
        failures.Keys.Order().ShouldBe(broken);
        failures.Values.ShouldAllBe(reason => reason.Length > 20);

        var stored = await system.CentralDb.Http.GetFromJsonAsync<JsonElement>($"activities/{userId}");
        stored.GetProperty("total").GetInt32().ShouldBe(garmin.ActivitiesOf(GatewayCalls.UserName).Count, "what the list says is there, whatever becomes of the files");
        await Eventually.Equals(broken.Count, () => Task.FromResult(subscriber.Envelopes.Count));

        await garmin.EndFaultsAsync();
        using var retried = await system.Api.PostAsync(new Uri($"api/garmin/sync/jobs/{job.GetProperty("job_id").GetString()}/retry", UriKind.Relative), content: null);
        retried.EnsureSuccessStatusCode();
        var mended = await Eventually.Get(
            () => system.Api.GetFromJsonAsync<JsonElement>($"api/garmin/sync/jobs/{job.GetProperty("job_id").GetString()}"),
            seen => seen.GetProperty("state").GetString() == "completed",
            TimeSpan.FromSeconds(30));
        mended.GetProperty("failures").GetArrayLength().ShouldBe(0);
        (await system.CentralDb.Http.GetFromJsonAsync<JsonElement>($"activities/{userId}")).GetProperty("items").EnumerateArray()
            .Where(activity => broken.Contains(activity.GetProperty("garmin_activity_id").GetRawText()))
            .ShouldAllBe(activity => activity.GetProperty("file_format").GetString() == "fit");
    }

    [Fact]
    public async Task One_that_is_not_found_is_no_failure_and_the_event_says_that_it_is_not_there()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 4 });
        await using var system = await HostedSystem.StartAsync(broker, HostedSystem.Settings(garmin));
        await using var subscriber = await PlainSubscriber.StartAsync(system.Amqp, "ActivitySynced");
        await system.Api.LinkAsync();
        var id = (await RecordedAsync(garmin))[0];
        await garmin.FailAsync($"/download-service/files/activity/{id}", 404);

        var job = await system.Api.SyncAsync();

        (job.GetProperty("state").GetString(), job.GetProperty("failures").GetArrayLength()).ShouldBe(("completed", 0));
        var synced = await Eventually.Get(
            () => Task.FromResult(subscriber.Envelopes.Select(envelope => envelope.GetProperty("message")).FirstOrDefault(message => message.GetProperty("garminActivityId").GetRawText() == id)),
            message => message.ValueKind == JsonValueKind.Object);
        synced.GetProperty("files").GetArrayLength().ShouldBe(0);
        var missing = synced.GetProperty("missingFiles").EnumerateArray().ShouldHaveSingleItem();
        (missing.GetProperty("format").GetString(), missing.GetProperty("reason").GetString()).ShouldBe(("original", "not_there"));
    }

    /// <summary>Spoils the file of one activity for each kind of fault, and returns which.</summary>
    private static async Task<List<string>> BreakAsync(GarminSimulator garmin, params string[] kinds)
    {
        var activities = await RecordedAsync(garmin);
        foreach (var (id, kind) in activities.Zip(kinds))
        {
            await garmin.SetFaultAsync(new { match = new { endpoint = $"/download-service/files/activity/{id}" }, kind });
        }

        return [.. activities.Take(kinds.Length)];
    }

    /// <summary>The activities that a watch recorded, newest first.</summary>
    private static async Task<List<string>> RecordedAsync(GarminSimulator garmin)
    {
        using var admin = new HttpClient { BaseAddress = garmin.BaseAddress };
        return [.. (await admin.GetFromJsonAsync<JsonElement>($"admin/athletes/{GatewayCalls.UserName}/activities")).EnumerateArray()
            .Where(activity => activity.GetProperty("file").GetString() == "Fit")
            .Select(activity => activity.GetProperty("activityId").GetInt64().ToString())];
    }
}

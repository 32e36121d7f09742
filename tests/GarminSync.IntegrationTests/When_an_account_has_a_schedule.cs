using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_an_account_has_a_schedule(RabbitMqBroker broker)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_synchronised_by_itself()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 3 });
        await using var system = await HostedSystem.StartAsync(
            broker, new Dictionary<string, string?>(HostedSystem.Settings(garmin), StringComparer.Ordinal) { ["Schedules:LookInterval"] = "00:00:00.100" });
        await using var requests = await PlainSubscriber.StartAsync(system.Amqp, "SyncRequested");
        var user = await system.Api.LinkAsync();
        var schedule = new Uri($"api/garmin/accounts/{user}/schedule", UriKind.Relative);

        using var refused = await system.Api.PutAsJsonAsync(schedule, new { cron = "0 6 * * *", time_zone = "Berlin", kinds = new[] { "workouts" } }, Token);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldBe(["kinds", "time_zone"]);

        using var set = await system.Api.PutAsJsonAsync(schedule, new { every = "PT6H", kinds = new[] { "activities" } }, Token);
        set.StatusCode.ShouldBe(HttpStatusCode.OK);
        var next = (await set.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("next_sync_at").GetDateTimeOffset();
        next.ShouldBeInRange(TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddHours(6));
        (await NextAsync(system, "api/garmin/sync/status")).ShouldBe(next);

        await system.LetSchedulesFallDueAsync();

        var jobs = await Eventually.Get(
            () => system.Api.GetFromJsonAsync<JsonElement>("api/garmin/sync/jobs", Token), seen => seen.GetProperty("jobs").EnumerateArray().Any(job => job.GetProperty("state").GetString() == "completed"));
        var job = jobs.GetProperty("jobs").EnumerateArray().ShouldHaveSingleItem();
        job.GetProperty("job_type").GetString().ShouldBe("activities");
        var asked = requests.Envelopes.ShouldHaveSingleItem().GetProperty("message");
        asked.GetProperty("jobId").GetString().ShouldBe(job.GetProperty("job_id").GetString());
        (await NextAsync(system, $"api/garmin/accounts/{user}")).ShouldBe(next);
        (await NextAsync(system, schedule.ToString())).ShouldBe(next);

        using var removed = await system.Api.DeleteAsync(schedule, Token);
        removed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await NextAsync(system, $"api/garmin/accounts/{user}")).ShouldBeNull();
    }

    private static async Task<DateTimeOffset?> NextAsync(HostedSystem system, string path) =>
        (await system.Api.GetFromJsonAsync<JsonElement>(path, Token)).GetProperty("next_sync_at") is { ValueKind: not JsonValueKind.Null } next ? next.GetDateTimeOffset() : null;
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminConnect.Simulator.Athletes;
using GarminConnect.Simulator.Health;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_health_metrics_are_synced(RabbitMqBroker broker)
{
    private static readonly SimulatorOptions Options = new()
    {
        DefaultActivities = 0,
        Athletes = [new AthleteSpec { Email = "band@example.com", Activities = 0, Device = HealthDevice.Band }],
    };

    [Fact]
    public async Task A_month_of_all_of_them_takes_few_requests_and_arrives_as_it_was_measured()
    {
        await using var garmin = await GarminSimulator.StartAsync(Options);
        await using var system = await HostedSystem.StartAsync(broker, HostedSystem.Settings(garmin));
        await using var subscriber = await PlainSubscriber.StartAsync(system.Amqp, "HealthMetricsSynced");
        var user = await system.Api.LinkAsync();

        var first = await SyncAsync(system.Api);

        ShouldBeComplete(first);
        first.GetProperty("garmin_requests").GetInt32().ShouldBeLessThanOrEqualTo(40);
        var stored = await MetricsAsync(system, user);
        var today = garmin.TodayOf(GatewayCalls.UserName);
        var days = Enumerable.Range(0, 30).Select(back => garmin.HealthOf(GatewayCalls.UserName, today.AddDays(-back))).Where(day => day.Complete).ToList();
        days.Count.ShouldBeGreaterThan(20);
        ShouldBe(stored, "steps", days, day => day.Movement?.Steps);
        ShouldBe(stored, "floors_ascended", days, day => day.Movement?.FloorsAscended);
        ShouldBe(stored, "resting_heart_rate", days, day => day.Heart?.Resting);
        ShouldBe(stored, "min_heart_rate", days, day => day.Heart?.Min);
        ShouldBe(stored, "max_heart_rate", days, day => day.Heart?.Max);
        ShouldBe(stored, "deep_sleep", days, day => day.Night?.DeepSeconds);
        ShouldBe(stored, "sleep_score", days, day => day.Night?.Score);
        ShouldBe(stored, "hydration", days, day => day.Hydration.Milliliters);

        await Eventually.Equals(stored.Count, () => Task.FromResult(subscriber.Envelopes.Sum(envelope => envelope.GetProperty("message").GetProperty("newValues").GetInt32())));
        subscriber.Envelopes.ShouldAllBe(envelope => envelope.GetProperty("message").GetProperty("userId").GetString() == user);

        var second = await SyncAsync(system.Api);

        ShouldBeComplete(second);
        second.GetProperty("garmin_requests").GetInt32().ShouldBeLessThanOrEqualTo(15);
    }

    [Fact]
    public async Task What_the_device_does_not_measure_is_no_error()
    {
        await using var garmin = await GarminSimulator.StartAsync(Options);
        await using var system = await HostedSystem.StartAsync(broker, HostedSystem.Settings(garmin));
        var user = await system.Api.LinkAsync("band@example.com");

        ShouldBeComplete(await SyncAsync(system.Api));

        var twoWeeksAgo = garmin.TodayOf("band@example.com").AddDays(-14);
        var coverage = await system.Api.GetFromJsonAsync<JsonElement>($"api/garmin/accounts/{user}/coverage?from={twoWeeksAgo:yyyy-MM-dd}&to={twoWeeksAgo:yyyy-MM-dd}");
        var states = coverage.GetProperty("days")[0].GetProperty("metrics");
        // Provisional where it was asked before other metrics have told that the device speaks; the next sync asks once more.
        states.GetProperty("hrv").GetString().ShouldBeOneOf("empty", "provisional");
        states.GetProperty("training_readiness").GetString().ShouldBeOneOf("empty", "provisional");
        states.GetProperty("calories").GetString().ShouldBe(garmin.HealthOf("band@example.com", twoWeeksAgo).Measured ? "stored" : "empty");
        (await MetricsAsync(system, user)).ShouldNotContain(metric => metric.GetProperty("metric_type").GetString()!.StartsWith("hrv", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_curves_of_a_day_have_the_moments_at_which_they_were_measured()
    {
        await using var garmin = await GarminSimulator.StartAsync(Options);
        await using var system = await HostedSystem.StartAsync(broker, HostedSystem.Settings(garmin));
        var user = await system.Api.LinkAsync();
        var today = garmin.TodayOf(GatewayCalls.UserName);
        var day = Enumerable.Range(1, 20).Select(back => garmin.HealthOf(GatewayCalls.UserName, today.AddDays(-back))).First(day => day.Complete && day.Night is not null);

        ShouldBeComplete(await SyncAsync(system.Api, new { start_date = day.Day, end_date = day.Day, detail = "intraday" }));

        var heart = (await MetricsAsync(system, user)).Where(metric => metric.GetProperty("metric_type").GetString() == "heart_rate").ToList();
        heart.Select(metric => (metric.GetProperty("timestamp").GetDateTimeOffset(), metric.GetProperty("value").GetDouble())).ShouldBe(
            day.Heart!.Readings.Where(reading => reading.Value is not null).Select(reading => (reading.Time, (double)reading.Value!.Value)));
        heart.ShouldAllBe(metric => metric.GetProperty("details").GetProperty("date").GetString() == $"{day.Day:yyyy-MM-dd}");
    }

    [Fact]
    public async Task A_metric_for_which_Garmin_is_out_of_order_fails_alone_and_is_tried_again()
    {
        await using var garmin = await GarminSimulator.StartAsync(Options);
        await using var system = await HostedSystem.StartAsync(broker, new Dictionary<string, string?>(HostedSystem.Settings(garmin), StringComparer.Ordinal) { ["Sync:MaxAttempts"] = "2" });
        var user = await system.Api.LinkAsync();
        await garmin.FailAsync("/sleep-service/*", 503);
        await garmin.FailAsync("/wellness-service/wellness/dailySleepData/*", 503);

        var first = await SyncAsync(system.Api);

        first.GetProperty("state").GetString().ShouldBe("completed_with_errors");
        var stored = await MetricsAsync(system, user);
        stored.ShouldContain(metric => metric.GetProperty("metric_type").GetString() == "steps");
        stored.ShouldNotContain(metric => metric.GetProperty("metric_type").GetString() == "sleep_score");
        var yesterday = garmin.TodayOf(GatewayCalls.UserName).AddDays(-1);
        var coverage = await system.Api.GetFromJsonAsync<JsonElement>($"api/garmin/accounts/{user}/coverage?from={yesterday:yyyy-MM-dd}&to={yesterday:yyyy-MM-dd}");
        coverage.GetProperty("days")[0].GetProperty("failures").GetProperty("sleep").GetString().ShouldNotBeNull().ShouldContain("503");

        await garmin.EndFaultsAsync();
        ShouldBeComplete(await SyncAsync(system.Api));
        (await MetricsAsync(system, user)).ShouldContain(metric => metric.GetProperty("metric_type").GetString() == "sleep_score");
    }

    [Fact]
    public async Task A_metric_that_nobody_knows_is_refused_with_those_that_there_are()
    {
        await using var garmin = await GarminSimulator.StartAsync(Options);
        await using var system = await HostedSystem.StartAsync(broker, HostedSystem.Settings(garmin));
        await system.Api.LinkAsync();

        using var answer = await system.Api.PostAsJsonAsync("api/garmin/sync/health-metrics", new { metrics = new[] { "steps", "karma" } });

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("'karma'; known are steps, ");
        var list = await system.Api.GetFromJsonAsync<JsonElement>("api/garmin/metrics");
        list.GetProperty("metrics").EnumerateArray().Select(metric => metric.GetProperty("name").GetString()).ShouldContain("sleep");
    }

    private static void ShouldBe(IReadOnlyList<JsonElement> stored, string type, IReadOnlyList<HealthDay> days, Func<HealthDay, double?> truth)
    {
        var values = stored.Where(metric => metric.GetProperty("metric_type").GetString() == type)
            .ToDictionary(metric => metric.GetProperty("date").GetString()!, metric => metric.GetProperty("value").GetDouble(), StringComparer.Ordinal);
        foreach (var day in days)
        {
            (values.TryGetValue($"{day.Day:yyyy-MM-dd}", out var value) ? value : (double?)null).ShouldBe(truth(day), $"{type} of {day.Day:yyyy-MM-dd}");
        }
    }

    private static async Task<JsonElement> SyncAsync(HttpClient gateway, object? body = null)
    {
        using var answer = await gateway.PostAsJsonAsync("api/garmin/sync/health-metrics", body ?? new { });
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return await gateway.EndOfJobAsync(answer.Headers.Location!);
    }

    private static void ShouldBeComplete(JsonElement job) => job.GetProperty("state").GetString().ShouldBe("completed", job.ToString());

    private static async Task<IReadOnlyList<JsonElement>> MetricsAsync(HostedSystem system, string user)
    {
        var page = await system.CentralDb.Http.GetFromJsonAsync<JsonElement>($"health_metrics?user_id={user}&limit=10000");
        page.GetProperty("total").GetInt32().ShouldBe(page.GetProperty("items").GetArrayLength());
        return [.. page.GetProperty("items").EnumerateArray()];
    }
}

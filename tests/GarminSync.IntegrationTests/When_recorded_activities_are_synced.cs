using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_recorded_activities_are_synced(RabbitMqBroker broker)
{
    [Fact]
    public async Task They_are_in_CentralDB_as_recorded_and_a_plain_subscriber_hears_of_each()
    {
        await using var garmin = await RecordedGarmin.StartAsync();
        await using var system = await HostedSystem.StartAsync(broker, garmin.Settings);
        await using var subscriber = await PlainSubscriber.StartAsync(system.Amqp, "ActivitySynced");

        var userId = await system.Api.LinkAsync();
        var job = await system.Api.SyncAsync();

        job.GetProperty("state").GetString().ShouldBe("completed");
        garmin.Activities.Count.ShouldBe(3);
        foreach (var recorded in garmin.Activities)
        {
            await ShouldBeStoredAsync(system, userId, recorded, garmin.FitFile());
        }

        await Eventually.Equals(3, () => Task.FromResult(subscriber.Envelopes.Count));
        subscriber.Envelopes.Select(envelope => envelope.GetProperty("message").GetProperty("garminActivityId").GetInt64()).Order()
            .ShouldBe(garmin.Activities.Select(recorded => recorded.GetProperty("activityId").GetInt64()).Order());
    }

    private static async Task ShouldBeStoredAsync(HostedSystem system, string userId, JsonElement recorded, byte[] fit)
    {
        var all = await system.CentralDb.Http.GetFromJsonAsync<JsonElement>($"activities/{userId}");
        var stored = all.GetProperty("items").EnumerateArray().Single(activity => activity.GetProperty("garmin_activity_id").GetInt64() == recorded.GetProperty("activityId").GetInt64());

        stored.GetProperty("name").GetString().ShouldBe(recorded.GetProperty("activityName").GetString());
        stored.GetProperty("activity_type").GetString().ShouldBe(recorded.GetProperty("activityType").GetProperty("typeKey").GetString());
        stored.GetProperty("start_time").GetDateTimeOffset().ShouldBe(DateTimeOffset.ParseExact(
            recorded.GetProperty("startTimeGMT").GetString()!, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
        Number(stored, "duration_seconds").ShouldBe(Number(recorded, "duration"));
        Number(stored, "distance_meters").ShouldBe(Number(recorded, "distance"));
        Number(stored, "average_heart_rate").ShouldBe(Number(recorded, "averageHR"));
        Number(stored, "max_heart_rate").ShouldBe(Number(recorded, "maxHR"));

        var file = await system.CentralDb.Http.GetByteArrayAsync(new Uri($"activities/{userId}/{stored.GetProperty("id").GetString()}/file", UriKind.Relative));
        file.ShouldBe(fit);
        stored.GetProperty("sha256").GetString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(fit)));
    }

    private static double? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}

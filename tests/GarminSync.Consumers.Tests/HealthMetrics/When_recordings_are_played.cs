using System.Text.Json;
using System.Text.RegularExpressions;
using GarminConnect.Client;
using GarminConnect.Client.Health;
using GarminConnect.Client.Tests;
using GarminConnect.Client.Tests.Health;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static GarminSync.Consumers.Tests.HealthMetrics.HealthHost;
using Answer = GarminSync.Testing.Answer;

namespace GarminSync.Consumers.Tests.HealthMetrics;

/// <summary>Each recorded answer about health goes through planning and import to CentralDB, at a Garmin that refuses everything else. One that is added later is played too.</summary>
public sealed class When_recordings_are_played
{
    // Tests of the client, the simulator and the whole service read them.
    private static readonly Regex ReadElsewhere = new(
        "^/(mobile/api|activitylist-service/activities/(search|count)|activity-service/activity/[0-9]+$|download-service|userprofile-service|calendar-service|workout-service"
        + "|biometric-service|device-service/deviceregistration|usersummary-service/usersummary/hydration/log)");

    // Calls that nothing here makes.
    private static readonly Regex NotMade = new(
        "^/(activitylist-service/activities/fordailysummary|activity-service/activity/[0-9]+/|device-service/deviceservice|fitnessstats-service|upload-service|web-gateway)");

    [Fact]
    public async Task What_they_say_is_in_CentralDB_and_nothing_else()
    {
        var played = 0;
        var addresses = await AddressesAsync();
        foreach (var recording in HealthRecordings.All())
        {
            await PlayAsync(recording, addresses);
            played++;
        }

        played.ShouldBeGreaterThanOrEqualTo(26);
    }

    [Fact]
    public void Each_other_one_is_read_by_a_test_or_of_a_call_that_is_not_made()
    {
        foreach (var file in Directory.EnumerateFiles(SharedFolder.Require("recordings"), "*.json"))
        {
            using var recording = JsonDocument.Parse(File.ReadAllBytes(file));
            var path = recording.RootElement.GetProperty("request").GetProperty("path").GetString()!;
            (HealthRecordings.IsOfHealth(path) || ReadElsewhere.IsMatch(path) || NotMade.IsMatch(path)).ShouldBeTrue($"{Path.GetFileName(file)}: nothing reads {path}");
        }
    }

    // Where each call of the catalogue asks.
    private static async Task<IReadOnlyDictionary<MetricEndpoint, string>> AddressesAsync()
    {
        await using var host = await StartAsync();
        var asked = "";
        host.Host.Garmin.AnswerWith(context =>
        {
            asked = context.Request.Path.Value!.TrimStart('/');
            return Answer.Json(Words(403), 403)(context);
        });
        var addresses = new Dictionary<MetricEndpoint, string>();
        foreach (var endpoint in MetricCatalogue.Endpoints)
        {
            await Should.ThrowAsync<GarminRejectedException>(() => AskAsync(host, endpoint, HealthRecordings.AnyName, new DayRange(HealthRecordings.AnyDay, HealthRecordings.AnyDay)));
            addresses.Add(endpoint, asked);
        }

        return addresses;
    }

    private static async Task PlayAsync(HealthRecording recording, IReadOnlyDictionary<MetricEndpoint, string> addresses)
    {
        var endpoint = EndpointAt(recording.Path).ShouldNotBeNull($"{recording.Name}: nothing reads {recording.Path}");
        await using var host = await StartAsync();
        var answer = new Recording(recording.Name).Replay();
        host.Host.Garmin.AnswerWith(context => (context.Request.Path.Value is { } path && EndpointAt(path) == endpoint ? answer
            : context.Request.Path.Value!.EndsWith("/socialProfile", StringComparison.Ordinal) ? Answer.Json("""{"displayName":"runner01"}""")
            : Answer.Json(Words(403), 403))(context));
        // Somebody has asked for a day in 2030: there the tokens have ended.
        var today = recording.Days.To < Today ? recording.Days.To : Today;
        host.Clock.Advance(new DateTimeOffset(today, new TimeOnly(11, 0), TimeSpan.Zero) - host.Clock.GetUtcNow());
        var expected = await AskAsync(host, endpoint, "runner01", recording.Days);

        await host.SyncAsync(Scope(recording.Days.From, recording.Days.To, [.. endpoint.Metrics.Select(metric => metric.Name)]) with { Detail = SyncDetails.Intraday });

        host.Host.Metrics.Values.Select(metric => ($"{metric["metric_type"]}", metric["value"]!.GetValue<double>())).Order()
            .ShouldBe(expected.SelectMany(day => day.Values).Select(value => (value.Type.Name, value.Value)).Order(), recording.Name);

        MetricEndpoint? EndpointAt(string path) => HealthRecordings.EndpointAt(path, one => addresses[one]);
    }

    private static Task<IReadOnlyList<MetricDay>> AskAsync(HealthHost host, MetricEndpoint endpoint, string displayName, DayRange days) => host.Host.InScopeAsync(services =>
        services.GetRequiredService<GarminHealth>().AskAsync(GarminHarness.Session(), endpoint, displayName, days, cancellationToken: TestContext.Current.CancellationToken));
}

using System.Text.Json;
using System.Text.RegularExpressions;
using GarminConnect.Client.Health;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests.Health;

/// <summary>Also one that was added to the folder after this was written: it is read, or it fails here and has to be added to the catalogue.</summary>
public sealed class When_any_recording_of_health_is_read
{
    private const string Day = @"\d{4}-\d\d-\d\d";

    private static readonly Regex HealthService = new(
        "^/(usersummary|wellness|userstats|hrv|sleep|weight|bloodpressure|metrics|fitnessage|biometric|fitnessstats|personalrecord|periodichealth"
        + "|lifestylelogging|healthstatus)-service/|^/mobile-gateway/");

    // What is not a metric per day.
    private static readonly IReadOnlyList<Regex> Others =
    [
        new("^/fitnessstats-service/activity/"), // a list of activities
        new("^/biometric-service/(heartRateZones|powerZones)"), // settings
        new("/stats/[A-Za-z]+/(weekly|monthly)/"), // sums of weeks, of which the catalogue has the days
    ];

    // Other addresses that give the same as one that the catalogue calls.
    private static readonly IReadOnlyList<(Regex Address, string Endpoint)> Same =
    [
        (new("^/wellness-service/wellness/dailySleepData/"), "sleep_day"),
        (new("^/mobile-gateway/usersummary/trainingstatus/monthly/"), "training_status_range"),
    ];

    [Fact]
    public void There_is_an_endpoint_for_it_and_it_reads_it_without_a_problem()
    {
        var read = 0;
        foreach (var file in Directory.EnumerateFiles(SharedFolder.Require("recordings"), "*.json"))
        {
            using var recording = JsonDocument.Parse(File.ReadAllBytes(file));
            var request = recording.RootElement.GetProperty("request");
            var path = request.GetProperty("path").GetString()!;
            var status = recording.RootElement.GetProperty("response").GetProperty("status").GetInt32();
            var isAnswer = request.GetProperty("method").GetString() == "GET" && status is (200 or 204);
            if (!isAnswer || !HealthService.IsMatch(path) || Others.Any(other => other.IsMatch(path)))
            {
                continue;
            }

            var name = Path.GetFileNameWithoutExtension(file);
            var endpoint = EndpointAt(path).ShouldNotBeNull($"{name}: no endpoint has the address {path}");
            var dates = Regex.Matches(path + request.GetProperty("query").GetRawText(), Day).Select(match => match.Value).ToList();
            var days = Reading.Recorded(name, endpoint, dates[0], dates[^1]);

            days.Count.ShouldBe(Reading.Range(dates[0], dates[^1]).Length * Reading.Endpoint(endpoint).Metrics.Count, name);
            days.ShouldAllBe(day => day.Problem == null, name);
            read++;
        }

        read.ShouldBeGreaterThanOrEqualTo(26);
    }

    private static string? EndpointAt(string path)
    {
        var same = Same.FirstOrDefault(one => one.Address.IsMatch(path)).Endpoint;
        return same ?? MetricCatalogue.Endpoints.FirstOrDefault(endpoint => AddressOf(endpoint).IsMatch(path))?.Name;
    }

    private static Regex AddressOf(MetricEndpoint endpoint)
    {
        var path = endpoint.CallFor("NAME", Reading.Range("2001-02-03")).Path.Split('?')[0];
        return new Regex($"^/{Regex.Replace(Regex.Escape(path), @"2001-02-0\d|2001\\-02\\-0\d", Day).Replace("NAME", "[^/]*", StringComparison.Ordinal)}$");
    }
}

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

    // Without data, so that it proves nothing of the rows.
    private static readonly Regex Sister = new("/trainingstatus/monthly/");

    // Other addresses that give the same as one that the catalogue calls.
    private static readonly IReadOnlyList<(Regex Address, string Endpoint)> Same =
    [
        (new("^/wellness-service/wellness/dailySleepData/"), "sleep_day"),
        (new("^/mobile-gateway/usersummary/trainingstatus/monthly/"), "training_status_range"),
    ];

    // Made up by a contributor of the project that they come from: they contradict what was recorded for the same days.
    private static readonly IReadOnlyList<string> Invented =
    [
        "data-body-battery-data-get-0", "data-body-battery-properties-edge-cases-0", "data-daily-body-battery-stress-get-no-data-0", "data-daily-body-battery-stress-list-1",
        "data-daily-body-battery-stress-list-2",
    ];

    // Metrics that no recorded call answers for, so that nothing recorded can take the place of the calls that do.
    private static readonly IReadOnlyList<string> WithoutRecording = ["blood_pressure", "personal_records", "race_predictions", "floors_intraday", "spo2_intraday"];

    [Fact]
    public void There_is_an_endpoint_for_it_and_it_reads_it_without_a_problem()
    {
        var read = 0;
        foreach (var (name, path, query) in Answers())
        {
            var endpoint = EndpointAt(path).ShouldNotBeNull($"{name}: no endpoint has the address {path}");
            var dates = Regex.Matches(path + query, Day).Select(match => match.Value).Order(StringComparer.Ordinal).ToList();
            var days = Reading.Recorded(name, endpoint, dates[0], dates[^1]);

            days.Count.ShouldBe(Reading.Range(dates[0], dates[^1]).Length * Reading.Endpoint(endpoint).Metrics.Count, name);
            days.ShouldAllBe(day => day.Problem == null, name);
            read++;
        }

        read.ShouldBeGreaterThanOrEqualTo(26);
    }

    [Fact]
    public void It_is_what_the_catalogue_calls_proof()
    {
        var recorded = new HashSet<string>(StringComparer.Ordinal);
        var shapes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var answer in Answers().Where(answer => !Sister.IsMatch(answer.Path)))
        {
            (answer.Name.StartsWith("barnes-shape-", StringComparison.Ordinal) ? shapes : recorded).Add(EndpointAt(answer.Path)!);
        }

        foreach (var endpoint in MetricCatalogue.Endpoints)
        {
            var proof = recorded.Contains(endpoint.Name) ? EndpointProof.Recorded : shapes.Contains(endpoint.Name) ? EndpointProof.Shape : (EndpointProof?)null;
            (proof ?? (endpoint.Proof <= EndpointProof.Seen ? endpoint.Proof : EndpointProof.Unverified)).ShouldBe(endpoint.Proof, endpoint.Name);
        }
    }

    [Fact]
    public void Where_a_call_is_not_recorded_another_one_that_is_takes_its_place()
    {
        var unproved = MetricCatalogue.Endpoints.Where(endpoint => endpoint.Proof < EndpointProof.Shape).SelectMany(endpoint => endpoint.Metrics).Distinct();

        unproved.Where(metric => !MetricCatalogue.Endpoints.Any(endpoint => endpoint.Proof >= EndpointProof.Shape && endpoint.Metrics.Contains(metric)))
            .Select(metric => metric.Name).ShouldBe(WithoutRecording, ignoreOrder: true);
    }

    private static IEnumerable<(string Name, string Path, string Query)> Answers()
    {
        foreach (var file in Directory.EnumerateFiles(SharedFolder.Require("recordings"), "*.json"))
        {
            using var recording = JsonDocument.Parse(File.ReadAllBytes(file));
            var request = recording.RootElement.GetProperty("request");
            var path = request.GetProperty("path").GetString()!;
            var status = recording.RootElement.GetProperty("response").GetProperty("status").GetInt32();
            var name = Path.GetFileNameWithoutExtension(file);
            if (request.GetProperty("method").GetString() == "GET" && status is 200 or 204 && HealthService.IsMatch(path) && !Others.Any(other => other.IsMatch(path)) && !Invented.Contains(name))
            {
                yield return (name, path, request.GetProperty("query").GetRawText());
            }
        }
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

using System.Globalization;
using System.Text.RegularExpressions;
using GarminConnect.Client.Health;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests.Health;

/// <summary>Also one that was added to the folder after this was written: it is read, or it fails here and has to be added to the catalogue.</summary>
public sealed class When_any_recording_of_health_is_read
{
    // Without data, so that it proves nothing of the rows.
    private static readonly Regex Sister = new("/trainingstatus/monthly/");

    // Metrics that no recorded call answers for, so that nothing recorded can take the place of the calls that do.
    private static readonly IReadOnlyList<string> WithoutRecording = ["blood_pressure", "personal_records", "race_predictions", "floors_intraday", "spo2_intraday"];

    [Fact]
    public void There_is_an_endpoint_for_it_and_it_reads_it_without_a_problem()
    {
        var read = 0;
        foreach (var (name, path, range) in HealthRecordings.All())
        {
            var endpoint = EndpointAt(path).ShouldNotBeNull($"{name}: no endpoint has the address {path}");
            var days = Reading.Recorded(name, endpoint.Name, Text(range.From), Text(range.To));

            days.Count.ShouldBe(range.Length * endpoint.Metrics.Count, name);
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
        foreach (var answer in HealthRecordings.All().Where(answer => !Sister.IsMatch(answer.Path)))
        {
            (answer.Name.StartsWith("barnes-shape-", StringComparison.Ordinal) ? shapes : recorded).Add(EndpointAt(answer.Path)!.Name);
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

    private static MetricEndpoint? EndpointAt(string path) => HealthRecordings.EndpointAt(
        path, endpoint => endpoint.CallFor(HealthRecordings.AnyName, new DayRange(HealthRecordings.AnyDay, HealthRecordings.AnyDay)).Path.Split('?')[0]);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using GarminConnect.Client.Health;
using GarminSync.Testing;

namespace GarminConnect.Client.Tests.Health;

/// <summary>The recorded answers about health, also those that are added to the folder later.</summary>
public static class HealthRecordings
{
    public const string AnyName = "NAME";

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

    // Made up by a contributor of the project that they come from: they contradict what was recorded for the same days.
    private static readonly IReadOnlyList<string> Invented =
    [
        "data-body-battery-data-get-0", "data-body-battery-properties-edge-cases-0", "data-daily-body-battery-stress-get-no-data-0", "data-daily-body-battery-stress-list-1",
        "data-daily-body-battery-stress-list-2",
    ];

    public static DateOnly AnyDay { get; } = new(2001, 2, 3);

    public static IEnumerable<HealthRecording> All()
    {
        foreach (var file in Directory.EnumerateFiles(SharedFolder.Require("recordings"), "*.json").Order(StringComparer.Ordinal))
        {
            using var recording = JsonDocument.Parse(File.ReadAllBytes(file));
            var request = recording.RootElement.GetProperty("request");
            var path = request.GetProperty("path").GetString()!;
            var status = recording.RootElement.GetProperty("response").GetProperty("status").GetInt32();
            var name = Path.GetFileNameWithoutExtension(file);
            if (request.GetProperty("method").GetString() == "GET" && status is 200 or 204 && IsOfHealth(path) && !Invented.Contains(name))
            {
                var dates = Regex.Matches(path + request.GetProperty("query").GetRawText(), Day)
                    .Select(match => DateOnly.ParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();
                yield return new HealthRecording(name, path, new DayRange(dates.Min(), dates.Max()));
            }
        }
    }

    /// <summary>Whether the address is that of a health metric.</summary>
    public static bool IsOfHealth(string path) => HealthService.IsMatch(path) && !Others.Any(other => other.IsMatch(path));

    /// <summary>The catalogue's call with this address; null when there is none.</summary>
    /// <param name="path">Such as <c>/hrv-service/hrv/2026-01-27</c>.</param>
    /// <param name="askedAt">The path, without the first slash, at which a call asks for <see cref="AnyDay"/> of <see cref="AnyName"/>.</param>
    public static MetricEndpoint? EndpointAt(string path, Func<MetricEndpoint, string> askedAt) => Same.FirstOrDefault(one => one.Address.IsMatch(path)).Endpoint is { } same
        ? MetricCatalogue.Endpoints.Single(endpoint => endpoint.Name == same)
        : MetricCatalogue.Endpoints.FirstOrDefault(endpoint => AddressOf(askedAt(endpoint)).IsMatch(path));

    private static Regex AddressOf(string path)
    {
        var any = Regex.Escape(path).Replace(Regex.Escape($"{AnyDay:yyyy-MM-dd}"), Day, StringComparison.Ordinal).Replace(AnyName, "[^/]*", StringComparison.Ordinal);
        return new Regex($"^/{any}$");
    }
}

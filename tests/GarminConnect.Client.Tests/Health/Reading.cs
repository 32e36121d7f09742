using System.Globalization;
using System.Text;
using System.Text.Json;
using GarminConnect.Client.Health;
using GarminSync.Testing;
using Shouldly;

namespace GarminConnect.Client.Tests.Health;

/// <summary>Answers through the catalogue, and what comes out in words.</summary>
internal static class Reading
{
    public static MetricEndpoint Endpoint(string name) => MetricCatalogue.Endpoints.Single(endpoint => endpoint.Name == name);

    /// <summary>What an endpoint reads from a body; an empty one is that of HTTP 204.</summary>
    public static IReadOnlyList<MetricDay> Days(string endpoint, string body, string from, string? to = null)
    {
        using var answer = body.Length > 0 ? JsonDocument.Parse(body) : null;
        return Endpoint(endpoint).Read(answer, Range(from, to));
    }

    /// <summary>The same for a recording. Skips the test in a checkout without them.</summary>
    public static IReadOnlyList<MetricDay> Recorded(string name, string endpoint, string from, string? to = null) =>
        Days(endpoint, Encoding.UTF8.GetString(new Recording(name).Body), from, to);

    public static DayRange Range(string from, string? to = null) => new(Day(from), Day(to ?? from));

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static MetricDay Of(this IEnumerable<MetricDay> days, string metric, string day) =>
        days.Single(one => one.Metric.Name == metric && one.Day == Day(day));

    /// <summary>The values, such as <c>steps 5459, step_goal 10000</c>; of a moment with its time.</summary>
    public static string Values(this IEnumerable<MetricDay> days, string metric, string day)
    {
        var found = days.Of(metric, day);
        found.Problem.ShouldBeNull();
        return string.Join(", ", found.Values.Select(InWords));
    }

    public static string InWords(MetricValue value) =>
        string.Create(CultureInfo.InvariantCulture, $"{value.Type.Name} {value.Value}")
        + (value.Timestamp is { } at ? $" at {at.UtcDateTime:yyyy-MM-ddTHH:mm:ss.FFF}" : "");

    /// <summary>The details of the value, as JSON.</summary>
    public static string? Details(this IEnumerable<MetricDay> days, string metric, string day, string type) =>
        days.Of(metric, day).Values.First(value => value.Type.Name == type).Details?.ToJsonString();
}

using System.Text.Json;
using GarminSync.Consumers.GarminConnect;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>All metrics, and the calls that answer for them.</summary>
internal static class MetricCatalogue
{
    private static readonly MetricValueType s_steps = new("steps", "1");

    private static readonly Metric s_stepsMetric = new() { Name = "steps", Description = "Steps, their goal and the distance walked", Values = [s_steps] };

    public static IReadOnlyList<Metric> Metrics { get; } = [s_stepsMetric];

    public static IReadOnlyList<MetricEndpoint> Endpoints { get; } =
    [
        new(
            "steps_range",
            28,
            (_, range) => new GarminCall($"usersummary-service/stats/steps/daily/{range.From:yyyy-MM-dd}/{range.To:yyyy-MM-dd}", "the steps of a range of days"),
            (answer, _) => from row in answer.ValueKind == JsonValueKind.Array ? answer.EnumerateArray() : default
                           let day = DateOnly.ParseExact(LenientJson.Text(row, "calendarDate")!, "yyyy-MM-dd")
                           let steps = LenientJson.Number(row, "totalSteps")
                           select new MetricDay(s_stepsMetric, day, steps is { } count ? [new MetricValue(s_steps, count)] : []),
            s_stepsMetric),
    ];
}

using System.Text.Json;

namespace GarminConnect.Client.Health;

internal static class SpO2
{
    private static readonly MetricValueType Average = new("average_spo2", "%");
    private static readonly MetricValueType Lowest = new("lowest_spo2", "%");
    private static readonly MetricValueType Hourly = new("hourly_spo2", "%") { Lowest = 1, Highest = 100 };
    private static readonly MetricValueType Single = new("spo2", "%") { Lowest = 1, Highest = 100 };

    public static Metric Daily { get; } = new() { Name = "spo2", Description = "Blood oxygen: average and lowest", Values = [Average, Lowest] };

    public static Metric Intraday { get; } = new()
    {
        Name = "spo2_intraday",
        Description = "Blood oxygen: averages per hour, and single readings",
        Detail = MetricDetail.Intraday,
        IsCurve = true,
        Values = [Hourly, Single],
    };

    public static IReadOnlyList<IValueSource> InSummary { get; } = [new Field(Average, "averageSpo2"), new Field(Lowest, "lowestSpo2")];

    public static IReadOnlyList<IValueSource> InGraphQl { get; } = [new Field(Average, "pulseOx.avgValue"), new Field(Lowest, "pulseOx.minValue")];

    public static MetricEndpoint Range { get; } = new(
        "spo2_range",
        // Nobody has met a cap; a year keeps the answers small.
        366,
        EndpointProof.Unverified,
        Calls.Get("wellness-service/stats/daily/acclimation?fromDate={from}&untilDate={to}", "the blood oxygen of a range of days"),
        new MetricAnswer(Daily, new DayRows((answer, _) => Pairs(answer)), new Field(Average, "")));

    public static MetricEndpoint Day { get; } = new(
        "spo2_day",
        1,
        EndpointProof.Seen,
        Calls.Get("wellness-service/wellness/daily/spo2/{day}", "the blood oxygen within a day"),
        new MetricAnswer(Daily, DayRows.OneDay(), new Field(Average, "averageSpO2"), new Field(Lowest, "lowestSpO2")),
        new MetricAnswer(Intraday, DayRows.OneDay(), new Curve(Hourly, "spO2HourlyAverages"), new Curve(Single, "spO2SingleValues")));

    // The days come as pairs, [["2026-01-01",96.0]], and not as objects.
    private static FoundRows Pairs(JsonElement answer)
    {
        const string List = "spo2DailyAverageArray";
        if (Answer.Part(answer, List, JsonValueKind.Object) is not { } list)
        {
            return FoundRows.None;
        }

        return list.ValueKind == JsonValueKind.Array
            ? FoundRows.Of(list.EnumerateArray().Select(Pair), "day")
            : FoundRows.Unreadable($"{List} is not a list");
    }

    private static (DateOnly? Day, JsonElement Content) Pair(JsonElement pair) => pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() >= 2
        ? (AnswerTime.Day(pair[0]), pair[1])
        : (null, pair);
}

using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <summary>Measurements, each with its time.</summary>
internal static class BloodPressure
{
    private const string Time = "measurementTimestampGMT";
    private const string LocalTime = "measurementTimestampLocal";

    private static readonly MetricValueType Systolic = new("systolic_blood_pressure", "mmHg") { FromDevice = false };
    private static readonly MetricValueType Diastolic = new("diastolic_blood_pressure", "mmHg") { FromDevice = false };
    private static readonly MetricValueType Pulse = new("blood_pressure_pulse", "bpm") { FromDevice = false };

    public static Metric Measurements { get; } = new()
    {
        Name = "blood_pressure",
        Description = "Blood pressure and pulse, each measurement",
        Values = [Systolic, Diastolic, Pulse],
        SettlesAfterDays = 7,
    };

    public static MetricEndpoint Range { get; } = new(
        "blood_pressure_range",
        // Nobody has met a cap; a year keeps the answers small.
        366,
        EndpointProof.Unverified,
        Calls.Get("bloodpressure-service/bloodpressure/range/{from}/{to}?includeAll=true", "the blood pressure over a range of days"),
        new MetricAnswer(Measurements, new DayRows((answer, _) => ByDay(answer)) { Choose = rows => rows }, In("")));

    public static MetricEndpoint Day { get; } = new(
        "blood_pressure_day",
        1,
        EndpointProof.Unverified,
        Calls.Get("bloodpressure-service/bloodpressure/dayview/{day}", "the blood pressure on a day"),
        new MetricAnswer(Measurements, DayRows.OneDay("startDate"), In("bloodPressureMeasurements")));

    private static Moments In(string list) => new(
        list, Time, new Field(Systolic, "systolic"), new Field(Diastolic, "diastolic"), new Field(Pulse, "pulse"))
    {
        Offset = (measurement, _) => UtcOffset.Between(measurement, Time, LocalTime),
        Details = RowDetails.Of(("category", "categoryName"), ("source", "sourceType"), ("notes", "notes")),
    };

    // A summary may span more than a day; the day of a measurement is that of its local time.
    private static FoundRows ByDay(JsonElement answer)
    {
        if (Answer.Part(answer, "measurementSummaries", JsonValueKind.Object) is not { } summaries)
        {
            return FoundRows.None;
        }

        var lists = summaries.ValueKind == JsonValueKind.Array
            ? summaries.EnumerateArray().Select(Measured).OfType<JsonElement>().ToList()
            : [default];
        var found = FoundRows.Of(lists.Where(list => list.ValueKind == JsonValueKind.Array)
            .SelectMany(list => list.EnumerateArray())
            .Select(measurement => (LocalDay(measurement), measurement)), LocalTime);
        return lists.TrueForAll(list => list.ValueKind == JsonValueKind.Array)
            ? found
            : found with { Doubt = "Garmin's answer has measurements that are not a list." };
    }

    // A summary without its measurements is not one of a day without any.
    private static JsonElement? Measured(JsonElement summary) => LenientJson.Has(summary, "measurements") ? LenientJson.Member(summary, "measurements") : default(JsonElement);

    private static DateOnly? LocalDay(JsonElement measurement) => AnswerTime.DayOfTime(AnswerTime.Utc(measurement, LocalTime));
}

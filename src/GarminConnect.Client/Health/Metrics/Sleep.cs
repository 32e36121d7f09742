using System.Text.Json;
using System.Text.Json.Nodes;

namespace GarminConnect.Client.Health;

/// <summary>The night before a day: the day is that of waking. What only the call per day has is in <see cref="SleepDetails"/>.</summary>
internal static class Sleep
{
    private static readonly MetricValueType Duration = new("sleep_duration", "s");
    private static readonly MetricValueType Deep = new("deep_sleep", "s");
    private static readonly MetricValueType Light = new("light_sleep", "s");
    private static readonly MetricValueType Rem = new("rem_sleep", "s");
    private static readonly MetricValueType Awake = new("awake_sleep", "s");
    private static readonly MetricValueType Score = new("sleep_score", "1");
    private static readonly MetricValueType Need = new("sleep_need", "s") { FromDevice = false };
    private static readonly MetricValueType HeartRate = new("sleep_average_heart_rate", "bpm");
    private static readonly MetricValueType Spo2 = new("sleep_average_spo2", "%");
    private static readonly MetricValueType Respiration = new("sleep_average_respiration", "breaths/min");
    private static readonly MetricValueType BodyBattery = new("sleep_body_battery_change", "1") { Lowest = -100, Highest = 100 };
    private static readonly MetricValueType SkinTemperature = new("skin_temperature_deviation", "°C") { Lowest = -50, Highest = 50 };

    private static readonly Func<double, double> FromMinutes = static minutes => minutes * 60;

    public static Metric Daily { get; } = new()
    {
        Name = "sleep",
        Description = "Length, stages, score and vitals of the night; its times are in the details of the duration",
        Values = [Duration, Deep, Light, Rem, Awake, Score, Need, HeartRate, Spo2, Respiration, BodyBattery, SkinTemperature],
    };

    public static MetricEndpoint Range { get; } = new(
        "sleep_range",
        28,
        EndpointProof.Shape,
        Calls.Get("sleep-service/stats/sleep/daily/{from}/{to}", "the sleep of a range of days"),
        new MetricAnswer(
            Daily,
            DayRows.List("individualStats"),
            new Field(Duration, "values.totalSleepTimeInSeconds")
            {
                Details = Times(
                    "values.gmtSleepStartTimeInMillis",
                    "values.localSleepStartTimeInMillis",
                    "values.gmtSleepEndTimeInMillis",
                    "values.localSleepEndTimeInMillis"),
            },
            new Field(Deep, "values.deepTime"),
            new Field(Light, "values.lightTime"),
            new Field(Rem, "values.remTime"),
            new Field(Awake, "values.awakeTime"),
            new Field(Score, "values.sleepScore"),
            new Field(Need, "values.sleepNeed") { Convert = FromMinutes },
            new Field(HeartRate, "values.avgHeartRate"),
            new Field(Spo2, "values.spO2"),
            new Field(Respiration, "values.respiration"),
            new Field(BodyBattery, "values.bodyBatteryChange"),
            new Field(SkinTemperature, "values.skinTempC")));

    public static MetricEndpoint ScoreRange { get; } = new(
        "sleep_score_range",
        28,
        EndpointProof.Seen,
        Calls.Get("wellness-service/stats/daily/sleep/score/{from}/{to}", "the sleep scores of a range of days"),
        new MetricAnswer(Daily, DayRows.List(), new Field(Score, "value")));

    public static IReadOnlyList<IValueSource> InDay { get; } =
        [.. InNight("dailySleepDTO."), new Field(BodyBattery, "bodyBatteryChange"), new Field(SkinTemperature, "avgSkinTempDeviationC")];

    /// <param name="prefix">Where the members of the <c>dailySleepDTO</c> are.</param>
    public static IReadOnlyList<IValueSource> InNight(string prefix) =>
    [
        new Field(Duration, $"{prefix}sleepTimeSeconds")
        {
            Details = Times(
                $"{prefix}sleepStartTimestampGMT", $"{prefix}sleepStartTimestampLocal", $"{prefix}sleepEndTimestampGMT", $"{prefix}sleepEndTimestampLocal"),
        },
        new Field(Deep, $"{prefix}deepSleepSeconds"),
        new Field(Light, $"{prefix}lightSleepSeconds"),
        new Field(Rem, $"{prefix}remSleepSeconds"),
        new Field(Awake, $"{prefix}awakeSleepSeconds"),
        new Field(Score, $"{prefix}sleepScores.overall.value"),
        new Field(Need, $"{prefix}sleepNeed.actual") { Convert = FromMinutes },
        new Field(HeartRate, $"{prefix}avgHeartRate"),
        new Field(Spo2, $"{prefix}averageSpO2Value"),
        new Field(Respiration, $"{prefix}averageRespirationValue"),
    ];

    private static Func<JsonElement, JsonObject?> Times(string start, string localStart, string end, string localEnd) => row =>
    {
        var details = new JsonObject();
        RowDetails.AddTime(details, "start", AnswerTime.Utc(row, start));
        RowDetails.AddTime(details, "end", AnswerTime.Utc(row, end));
        RowDetails.AddOffset(details, UtcOffset.Between(row, start, localStart, end, localEnd));
        return details.Count > 0 ? details : null;
    };
}

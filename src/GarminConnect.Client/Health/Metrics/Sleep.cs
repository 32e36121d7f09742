using System.Text.Json;
using System.Text.Json.Nodes;

namespace GarminConnect.Client.Health;

/// <summary>The night before a day: the day is that of waking. What only the call per day has is in <see cref="SleepDetails"/>.</summary>
internal static class Sleep
{
    private static readonly MetricValueType s_duration = new("sleep_duration", "s");
    private static readonly MetricValueType s_deep = new("deep_sleep", "s");
    private static readonly MetricValueType s_light = new("light_sleep", "s");
    private static readonly MetricValueType s_rem = new("rem_sleep", "s");
    private static readonly MetricValueType s_awake = new("awake_sleep", "s");
    private static readonly MetricValueType s_score = new("sleep_score", "1");
    private static readonly MetricValueType s_need = new("sleep_need", "s");
    private static readonly MetricValueType s_heartRate = new("sleep_average_heart_rate", "bpm");
    private static readonly MetricValueType s_spo2 = new("sleep_average_spo2", "%");
    private static readonly MetricValueType s_respiration = new("sleep_average_respiration", "breaths/min");
    private static readonly MetricValueType s_bodyBattery = new("sleep_body_battery_change", "1") { Lowest = -100, Highest = 100 };
    private static readonly MetricValueType s_skinTemperature = new("skin_temperature_deviation", "°C") { Lowest = -50, Highest = 50 };

    private static readonly Func<double, double> s_fromMinutes = static minutes => minutes * 60;

    public static Metric Daily { get; } = new()
    {
        Name = "sleep",
        Description = "Length, stages, score and vitals of the night; its times are in the details of the duration",
        Values = [s_duration, s_deep, s_light, s_rem, s_awake, s_score, s_need, s_heartRate, s_spo2, s_respiration, s_bodyBattery, s_skinTemperature],
    };

    public static MetricEndpoint Range { get; } = new(
        "sleep_range",
        28,
        Calls.Get("sleep-service/stats/sleep/daily/{from}/{to}", "the sleep of a range of days"),
        new MetricAnswer(
            Daily,
            DayRows.List("individualStats"),
            new Field(s_duration, "values.totalSleepTimeInSeconds")
            {
                Details = Times(
                    "values.gmtSleepStartTimeInMillis",
                    "values.localSleepStartTimeInMillis",
                    "values.gmtSleepEndTimeInMillis",
                    "values.localSleepEndTimeInMillis"),
            },
            new Field(s_deep, "values.deepTime"),
            new Field(s_light, "values.lightTime"),
            new Field(s_rem, "values.remTime"),
            new Field(s_awake, "values.awakeTime"),
            new Field(s_score, "values.sleepScore"),
            new Field(s_need, "values.sleepNeed") { Convert = s_fromMinutes },
            new Field(s_heartRate, "values.avgHeartRate"),
            new Field(s_spo2, "values.spO2"),
            new Field(s_respiration, "values.respiration"),
            new Field(s_bodyBattery, "values.bodyBatteryChange"),
            new Field(s_skinTemperature, "values.skinTempC")));

    public static MetricEndpoint ScoreRange { get; } = new(
        "sleep_score_range",
        28,
        Calls.Get("wellness-service/stats/daily/sleep/score/{from}/{to}", "the sleep scores of a range of days"),
        new MetricAnswer(Daily, DayRows.List(), new Field(s_score, "value")));

    public static IReadOnlyList<IValueSource> InDay { get; } =
    [
        new Field(s_duration, "dailySleepDTO.sleepTimeSeconds")
        {
            Details = Times(
                "dailySleepDTO.sleepStartTimestampGMT",
                "dailySleepDTO.sleepStartTimestampLocal",
                "dailySleepDTO.sleepEndTimestampGMT",
                "dailySleepDTO.sleepEndTimestampLocal"),
        },
        new Field(s_deep, "dailySleepDTO.deepSleepSeconds"),
        new Field(s_light, "dailySleepDTO.lightSleepSeconds"),
        new Field(s_rem, "dailySleepDTO.remSleepSeconds"),
        new Field(s_awake, "dailySleepDTO.awakeSleepSeconds"),
        new Field(s_score, "dailySleepDTO.sleepScores.overall.value"),
        new Field(s_need, "dailySleepDTO.sleepNeed.actual") { Convert = s_fromMinutes },
        new Field(s_heartRate, "dailySleepDTO.avgHeartRate"),
        new Field(s_spo2, "dailySleepDTO.averageSpO2Value"),
        new Field(s_respiration, "dailySleepDTO.averageRespirationValue"),
        new Field(s_bodyBattery, "bodyBatteryChange"),
        new Field(s_skinTemperature, "avgSkinTempDeviationC"),
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

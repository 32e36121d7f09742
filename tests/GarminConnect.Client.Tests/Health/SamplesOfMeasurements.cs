namespace GarminConnect.Client.Tests.Health;

internal static class SamplesOfMeasurements
{
    private const string Measurement = """
        {"version":1,"systolic":121,"diastolic":79,"pulse":58,"notes":null,"sourceType":"MANUAL","measurementTimestampLocal":"2026-01-27T00:30:00.0",
         "measurementTimestampGMT":"2026-01-26T23:30:00.0","category":1,"categoryName":"NORMAL"}
        """;

    public static IReadOnlyList<Sample> All { get; } =
    [
        new("blood_pressure_range", "2026-01-26", "2026-01-28",
            $$"""{"from":"2026-01-26","until":"2026-01-28","measurementSummaries":[{"startDate":"2026-01-26","endDate":"2026-01-28","measurements":[{{Measurement}}]}]}""",
            "blood_pressure 2026-01-27: systolic_blood_pressure 121 at 2026-01-26T23:30:00, diastolic_blood_pressure 79 at 2026-01-26T23:30:00, " +
            "blood_pressure_pulse 58 at 2026-01-26T23:30:00"),
        new("blood_pressure_day", "2026-01-27", "2026-01-27",
            $$"""{"startDate":"2026-01-27","endDate":"2026-01-27","bloodPressureMeasurements":[{{Measurement}}],"totalMeasurementCount":1}""",
            "blood_pressure 2026-01-27: systolic_blood_pressure 121 at 2026-01-26T23:30:00, diastolic_blood_pressure 79 at 2026-01-26T23:30:00, " +
            "blood_pressure_pulse 58 at 2026-01-26T23:30:00"),
        new("weight_day", "2026-01-27", "2026-01-27",
            """
            {"startDate":"2026-01-27","endDate":"2026-01-27","dateWeightList":[
             {"samplePk":1,"date":1769500800000,"calendarDate":"2026-01-27","weight":70125.0,"bmi":null,"metabolicAge":33,"sourceType":"MANUAL","timestampGMT":1769497200000}]}
            """,
            "weight 2026-01-27: weight 70.125 at 2026-01-27T07:00:00, metabolic_age 33 at 2026-01-27T07:00:00"),
        new("weight_range", "2026-01-26", "2026-01-27",
            """
            {"dailyWeightSummaries":[{"summaryDate":"2026-01-27","numOfWeightEntries":1,"allWeightMetrics":[],
             "latestWeight":{"samplePk":1,"date":1769500800000,"weight":70125.0,"sourceType":"MANUAL","timestampGMT":1769497200000}}]}
            """,
            "weight 2026-01-27: weight 70.125 at 2026-01-27T07:00:00"),
        new("hydration_day", "2026-01-27", "2026-01-27",
            """{"userId":1,"calendarDate":"2026-01-27","valueInML":null,"goalInML":2839.0,"sweatLossInML":-14.0,"activityIntakeInML":0.0}""",
            "sweat_loss 2026-01-27: activity_intake 0"),
        new("body_battery_events_day", "2026-01-27", "2026-01-27",
            """
            [{"event":{"eventType":"ACTIVITY","eventStartTimeGmt":"2026-01-27T17:28:07.0","timezoneOffset":3600000,"durationInMilliseconds":2400000,
              "bodyBatteryImpact":-11,"feedbackType":"EXERCISE_TRAINING_EFFECT_3"},"activityName":"Run","activityType":"running","activityId":7}]
            """,
            "body_battery_events 2026-01-27: body_battery_event_impact -11 at 2026-01-27T17:28:07"),
        new("personal_records", "2026-01-27", "2026-01-27",
            """
            [{"id":1,"typeId":3,"activityId":12000000001,"activityName":"Park run","activityType":"running","value":1321.5,"prStartTimeGmt":1700000000000,
              "prStartTimeLocal":1700003600000,"prTypeLabelKey":null},
             {"id":2,"typeId":12,"activityId":0,"value":31415.0,"prStartTimeGmt":1690000000000},
             {"id":3,"typeId":31,"activityId":5,"value":80000.0,"prStartTimeGmt":1690000000000}]
            """,
            "personal_records 2026-01-27: record_run_5_km 1321.5 at 2023-11-14T22:13:20, record_most_steps_day 31415 at 2023-07-22T04:26:40"),
        new("hrv_day", "2026-01-27", "2026-01-27",
            """
            {"hrvSummary":{"calendarDate":"2026-01-27","weeklyAvg":null,"lastNightAvg":52,"baseline":null,"status":"NONE"},
             "hrvReadings":[{"hrvValue":48,"readingTimeGMT":"2026-01-26T22:05:30.0","readingTimeLocal":"2026-01-26T23:05:30.0"}]}
            """,
            """
            hrv 2026-01-27: hrv_last_night_average 52
            hrv_intraday 2026-01-27: hrv 48 at 2026-01-26T22:05:30
            """),
        new("heart_rate_day", "2026-01-27", "2026-01-27",
            """
            {"calendarDate":"2026-01-27","maxHeartRate":151,"minHeartRate":44,"restingHeartRate":47,
             "heartRateValues":[[1769468400000,51],[1769468520000,null],[1769468640000,53]]}
            """,
            """
            heart_rate 2026-01-27: resting_heart_rate 47, min_heart_rate 44, max_heart_rate 151
            heart_rate_intraday 2026-01-27: heart_rate 51 at 2026-01-26T23:00:00, heart_rate 53 at 2026-01-26T23:04:00
            """),
    ];
}

namespace GarminConnect.Client.Tests.Health;

internal static class SamplesOfDays
{
    private const string Envelope = """
        "userProfilePK":2000002,"calendarDate":"2026-01-27","startTimestampGMT":"2026-01-26T23:00:00.0","endTimestampGMT":"2026-01-27T23:00:00.0",
        "startTimestampLocal":"2026-01-27T00:00:00.0","endTimestampLocal":"2026-01-28T00:00:00.0"
        """;

    public static IReadOnlyList<Sample> All { get; } =
    [
        new("daily_summary_day", "2026-01-27", "2026-01-27",
            """
            {"calendarDate":"2026-01-27","includesWellnessData":true,"lastSyncTimestampGMT":"2026-01-27T21:14:03.0","totalSteps":8123,"dailyStepGoal":null,
             "averageStressLevel":-1,"maxStressLevel":-2,"averageSpo2":96.0,"lowestSpo2":88,"minHeartRate":0,"maxHeartRate":255,"restingHeartRate":"48",
             "bodyBatteryActivityEventList":[]}
            """,
            """
            steps 2026-01-27: steps 8123
            heart_rate 2026-01-27: resting_heart_rate 48
            spo2 2026-01-27: average_spo2 96, lowest_spo2 88
            """),
        new("stress_day", "2026-01-27", "2026-01-27",
            $$"""
            {{{Envelope}},"maxStressLevel":88,"avgStressLevel":27,
             "stressValueDescriptorsDTOList":[{"key":"timestamp","index":0},{"key":"stressLevel","index":1}],
             "stressValuesArray":[[1769468400000,-1],[1769468580000,23],[1769468760000,-2],[1769468940000,255]],
             "bodyBatteryValueDescriptorsDTOList":[{"bodyBatteryValueDescriptorIndex":0,"bodyBatteryValueDescriptorKey":"timestamp"},
              {"bodyBatteryValueDescriptorIndex":3,"bodyBatteryValueDescriptorKey":"bodyBatteryLevel"}],
             "bodyBatteryValuesArray":[[1769468400000,"MEASURED",3.0,44],[1769468580000,null,3.0,null]]}
            """,
            """
            stress 2026-01-27: average_stress 27, max_stress 88
            stress_intraday 2026-01-27: stress 23 at 2026-01-26T23:03:00
            body_battery_intraday 2026-01-27: body_battery 44 at 2026-01-26T23:00:00
            """),
        new("spo2_day", "2026-01-27", "2026-01-27",
            $$"""
            {{{Envelope}},"averageSpO2":95.0,"lowestSpO2":86,"lastSevenDaysAvgSpO2":"94.0","spO2SingleValues":[[1769472000000,97]],
             "continuousReadingDTOList":null,"spO2HourlyAverages":[[1769468400000,95],[1769472000000,null]]}
            """,
            """
            spo2 2026-01-27: average_spo2 95, lowest_spo2 86
            spo2_intraday 2026-01-27: hourly_spo2 95 at 2026-01-26T23:00:00, spo2 97 at 2026-01-27T00:00:00
            """),
        new("respiration_day", "2026-01-27", "2026-01-27",
            $$"""
            {{{Envelope}},"lowestRespirationValue":9.0,"highestRespirationValue":21.0,"avgWakingRespirationValue":14.0,"avgSleepRespirationValue":13.0,
             "respirationValuesArray":[[1769468400000,13.0],[1769468520000,-1.0],[1769468640000,-2.0],[1769468760000,14.0]]}
            """,
            """
            respiration 2026-01-27: average_waking_respiration 14, highest_respiration 21, lowest_respiration 9
            respiration_intraday 2026-01-27: respiration 13 at 2026-01-26T23:00:00, respiration 14 at 2026-01-26T23:06:00
            """),
        new("intensity_minutes_day", "2026-01-27", "2026-01-27",
            $$"""{{{Envelope}},"weeklyModerate":60,"weeklyVigorous":20,"weekGoal":150,"dayOfGoalMet":null,"moderateMinutes":31,"vigorousMinutes":12}""",
            "intensity_minutes 2026-01-27: moderate_intensity_minutes 31, vigorous_intensity_minutes 12, intensity_minutes_weekly_goal 150"),
        new("steps_chart", "2026-01-27", "2026-01-27",
            """
            [{"startGMT":"2026-01-26T23:00:00.0","endGMT":"2026-01-26T23:15:00.0","steps":0,"pushes":0,"primaryActivityLevel":"sleeping","activityLevelConstant":true},
             {"startGMT":"2026-01-27T07:00:00.0","endGMT":"2026-01-27T07:15:00.0","steps":812,"pushes":0,"primaryActivityLevel":"active","activityLevelConstant":false},
             {"startGMT":"2026-01-27T07:15:00.0","endGMT":"2026-01-27T07:30:00.0","steps":0,"pushes":0,"primaryActivityLevel":"none","activityLevelConstant":true}]
            """,
            "steps_intraday 2026-01-27: interval_steps 0 at 2026-01-26T23:00:00, interval_steps 812 at 2026-01-27T07:00:00"),
        new("floors_chart", "2026-01-27", "2026-01-27",
            $$"""{{{Envelope}},"floorValuesArray":[["2026-01-27T07:00:00.0","2026-01-27T07:15:00.0",3,1]]}""",
            "floors_intraday 2026-01-27: interval_floors_ascended 3 at 2026-01-27T07:00:00, interval_floors_descended 1 at 2026-01-27T07:00:00"),
        new("sleep_day", "2026-01-27", "2026-01-27",
            """
            {"dailySleepDTO":{"id":1,"calendarDate":"2026-01-27","sleepTimeSeconds":27000,"sleepStartTimestampGMT":1769468400000,"sleepEndTimestampGMT":1769497200000,
              "sleepStartTimestampLocal":1769472000000,"sleepEndTimestampLocal":1769500800000,"deepSleepSeconds":5400,"avgHeartRate":52.0},
             "sleepLevels":[{"startGMT":"2026-01-26T23:00:00.0","endGMT":"2026-01-26T23:20:00.0","activityLevel":1.0},
              {"startGMT":"2026-01-26T23:20:00.0","endGMT":"2026-01-27T00:00:00.0","activityLevel":0.0},
              {"startGMT":"2026-01-27T00:00:00.0","endGMT":"2026-01-27T00:10:00.0","activityLevel":-1.0}],
             "restlessMomentsCount":17,"restingHeartRate":48}
            """,
            """
            sleep 2026-01-27: sleep_duration 27000, deep_sleep 5400, sleep_average_heart_rate 52
            sleep_restless_moments 2026-01-27: sleep_restless_moments 17
            sleep_stages_intraday 2026-01-27: sleep_stage 1 at 2026-01-26T23:00:00, sleep_stage 0 at 2026-01-26T23:20:00
            """),
        new("fitness_age_day", "2026-01-27", "2026-01-27",
            """{"chronologicalAge":41,"fitnessAge":36.42,"achievableFitnessAge":33.1,"previousFitnessAge":36.5,"components":{"bmi":{"value":22.1}},"lastUpdated":"2026-01-26T00:00:00.0"}""",
            "fitness_age 2026-01-27: fitness_age 36.42, achievable_fitness_age 33.1"),
        new("race_predictions_latest", "2026-01-27", "2026-01-27",
            """{"userId":1,"fromCalendarDate":null,"toCalendarDate":null,"calendarDate":"2026-01-27","time5K":1500,"time10K":3150,"timeHalfMarathon":7000,"timeMarathon":null}""",
            "race_predictions 2026-01-27: race_prediction_5k 1500, race_prediction_10k 3150, race_prediction_half_marathon 7000"),
    ];
}

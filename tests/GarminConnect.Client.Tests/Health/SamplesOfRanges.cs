namespace GarminConnect.Client.Tests.Health;

internal static class SamplesOfRanges
{
    public static IReadOnlyList<Sample> All { get; } =
    [
        new("daily_summary_graphql", "2026-01-26", "2026-01-28",
            """
            {"data":{"userDailySummaryV2Scalar":[
             {"calendarDate":"2026-01-26","totalSteps":4000,"totalDistanceMeters":3100,"floorsAscended":2.0,"lastSyncTimestampGMT":"2026-01-28T06:00:00.0"},
             {"calendarDate":"2026-01-27","totalSteps":5000,"bodyBatteryChargedValue":51,"bodyBatteryDrainedValue":49,"restingHeartRate":47}]}}
            """,
            """
            steps 2026-01-26: steps 4000, distance 3100
            steps 2026-01-27: steps 5000
            floors 2026-01-26: floors_ascended 2
            heart_rate 2026-01-27: resting_heart_rate 47
            body_battery 2026-01-27: body_battery_charged 51, body_battery_drained 49
            """),
        new("steps_range", "2026-01-26", "2026-01-27",
            """[{"calendarDate":"2026-01-26","totalSteps":null,"totalDistance":null,"stepGoal":8000},{"calendarDate":"2026-01-27","totalSteps":5000.0,"totalDistance":3900,"stepGoal":8000}]""",
            "steps 2026-01-27: steps 5000, step_goal 8000, distance 3900"),
        new("heart_rate_range", "2026-01-26", "2026-01-27",
            """[{"calendarDate":"2026-01-27","values":{"restingHR":47,"wellnessMaxAvgHR":149,"wellnessMinAvgHR":45}}]""",
            "heart_rate 2026-01-27: resting_heart_rate 47, min_average_heart_rate 45, max_average_heart_rate 149"),
        new("resting_heart_rate_range", "2026-01-26", "2026-01-28",
            """
            {"allMetrics":{"metricsMap":{"WELLNESS_RESTING_HEART_RATE":[{"value":51.0,"calendarDate":"2026-01-26"},{"value":null,"calendarDate":"2026-01-27"}]}},
             "groupedMetrics":null}
            """,
            "heart_rate 2026-01-26: resting_heart_rate 51"),
        new("calories_range", "2026-01-26", "2026-01-27",
            """
            {"allMetrics":{"metricsMap":{"WELLNESS_ACTIVE_CALORIES":[{"value":310.0,"calendarDate":"2026-01-26"}],
             "WELLNESS_BMR_CALORIES":[{"value":1804.0,"calendarDate":"2026-01-26"},{"value":1803.0,"calendarDate":"2026-01-27"}]}}}
            """,
            """
            calories 2026-01-26: total_calories 2114, active_calories 310, bmr_calories 1804
            calories 2026-01-27: bmr_calories 1803
            """),
        new("floors_range", "2026-01-26", "2026-01-27",
            """[{"calendarDate":"2026-01-27","values":{"wellnessFloorsAscended":4.3,"wellnessFloorsDescended":8.9,"wellnessUserFloorsAscendedGoal":10}}]""",
            "floors 2026-01-27: floors_ascended 4.3, floors_descended 8.9, floors_goal 10"),
        new("intensity_minutes_range", "2026-01-26", "2026-01-27",
            """[{"calendarDate":"2026-01-27","weeklyGoal":150,"moderateValue":31,"vigorousValue":0}]""",
            "intensity_minutes 2026-01-27: moderate_intensity_minutes 31, vigorous_intensity_minutes 0, intensity_minutes_weekly_goal 150"),
        new("stress_range", "2026-01-26", "2026-01-27",
            """[{"calendarDate":"2026-01-27","values":{"overallStressLevel":30,"restStressDuration":20000,"lowStressDuration":null,"mediumStressDuration":600,"highStressDuration":null}}]""",
            "stress 2026-01-27: average_stress 30, rest_stress_duration 20000, medium_stress_duration 600"),
        new("body_battery_range", "2026-01-26", "2026-01-27",
            """
            [{"date":"2026-01-26","charged":null,"drained":null,"bodyBatteryValuesArray":[[null,null]]},
             {"date":"2026-01-27","charged":50,"drained":45,"bodyBatteryValuesArray":[[1769468400000,20],[1769490000000,65]]}]
            """,
            "body_battery 2026-01-27: body_battery_charged 50, body_battery_drained 45"),
        new("body_battery_levels_range", "2026-01-26", "2026-01-27",
            """[{"calendarDate":"2026-01-27","values":{"lowBodyBattery":12,"highBodyBattery":88}}]""",
            "body_battery_levels 2026-01-27: body_battery_highest 88, body_battery_lowest 12"),
        new("spo2_range", "2026-01-26", "2026-01-28",
            """{"spo2DailyAverageArray":[["2026-01-26",96.0],["2026-01-27",null]],"overallSpo2Average":96.0}""",
            "spo2 2026-01-26: average_spo2 96"),
        new("respiration_range", "2026-01-26", "2026-01-27",
            """[{"calendarDate":"2026-01-27","avgWakingRespiration":14.0,"avgSleepRespiration":null}]""",
            "respiration 2026-01-27: average_waking_respiration 14"),
        new("hrv_range", "2026-01-26", "2026-01-27",
            """{"hrvSummaries":[{"calendarDate":"2026-01-27","weeklyAvg":50,"lastNightAvg":52,"lastNight5MinHigh":70,"baseline":null,"status":"NONE"}]}""",
            "hrv 2026-01-27: hrv_last_night_average 52, hrv_last_night_5_min_high 70, hrv_weekly_average 50"),
        new("sleep_range", "2026-01-26", "2026-01-27",
            """
            {"overallStats":{},"individualStats":[{"calendarDate":"2026-01-27","values":{"sleepScore":81,"sleepScoreQuality":"GOOD","totalSleepTimeInSeconds":27000,
             "deepTime":5400,"lightTime":15000,"remTime":6600,"awakeTime":600,"sleepNeed":480,"gmtSleepStartTimeInMillis":1769468400000,
             "gmtSleepEndTimeInMillis":1769497200000,"localSleepStartTimeInMillis":1769472000000,"localSleepEndTimeInMillis":1769500800000,"avgHeartRate":52.0,
             "bodyBatteryChange":61,"respiration":13.0,"spO2":95.0,"skinTempC":-0.2,"avgOvernightHrv":52.0}}]}
            """,
            "sleep 2026-01-27: sleep_duration 27000, deep_sleep 5400, light_sleep 15000, rem_sleep 6600, awake_sleep 600, sleep_score 81, sleep_need 28800, " +
            "sleep_average_heart_rate 52, sleep_average_spo2 95, sleep_average_respiration 13, sleep_body_battery_change 61, skin_temperature_deviation -0.2"),
        new("sleep_score_range", "2026-01-26", "2026-01-27",
            """[{"calendarDate":"2026-01-26","value":null},{"calendarDate":"2026-01-27","value":81}]""",
            "sleep 2026-01-27: sleep_score 81"),
        new("hydration_range", "2026-01-26", "2026-01-27",
            """[{"calendarDate":"2026-01-26","valueInML":0.0,"goalInML":2839.0},{"calendarDate":"2026-01-27","valueInML":1500.0,"goalInML":2839.0}]""",
            """
            hydration 2026-01-26: hydration 0, hydration_goal 2839
            hydration 2026-01-27: hydration 1500, hydration_goal 2839
            """),
    ];
}

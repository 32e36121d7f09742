namespace GarminConnect.Client.Tests.Health;

internal static class SamplesOfRanges
{
    public static IReadOnlyList<Sample> All { get; } =
    [
        new("daily_summary_graphql", "2026-01-26", "2026-01-28",
            """
            {"data":{"userDailySummaryV2Scalar":{"data":[
             {"uuid":"a","calendarDate":"2026-01-26","includesWellnessData":true,"movement":{"steps":{"value":4000,"distanceInMeters":3100.0},"pushes":{},"floorsAscended":{"value":2}},
              "stress":{"avgLevel":25,"restDurationInMillis":42000000},"bodyBattery":{},"hydration":{"goalInMl":2800,"goalInFractionalMl":2800.5,"consumedInMl":250}},
             {"uuid":"b","calendarDate":"2026-01-27","movement":{"steps":{"goal":8000,"value":5000}},"calories":{"burnedResting":1900,"burnedActive":500,"burnedTotal":2400},
              "heartRate":{"minValue":45,"maxValue":150,"restingValue":47},"intensityMinutes":{"goal":150,"moderate":10,"vigorous":20},
              "stress":{"avgLevel":20,"maxLevel":60,"totalDurationInMillis":84000000,"restDurationInMillis":70000000,"lowStressDurationInMillis":13820000,"mediumStressDurationInMillis":180000},
              "bodyBattery":{"minValue":20,"maxValue":95,"chargedValue":51,"drainedValue":49,"activityEvents":[{"eventType":"SLEEP","eventStartTimeGmt":"2026-01-26T22:10:00.0",
               "eventStartTimeLocal":"2026-01-26T23:10:00.0","bodyBatteryImpact":60,"feedbackType":"NONE","durationInMillis":28800000}]},
              "pulseOx":{"avgValue":96,"minValue":88},"respiration":{"avgValue":15,"maxValue":20,"minValue":8}}]}}}
            """,
            """
            steps 2026-01-26: steps 4000, distance 3100
            steps 2026-01-27: steps 5000, step_goal 8000
            floors 2026-01-26: floors_ascended 2
            calories 2026-01-27: total_calories 2400, active_calories 500, bmr_calories 1900
            intensity_minutes 2026-01-27: moderate_intensity_minutes 10, vigorous_intensity_minutes 20, intensity_minutes_weekly_goal 150
            heart_rate 2026-01-27: resting_heart_rate 47, min_heart_rate 45, max_heart_rate 150
            stress 2026-01-26: average_stress 25, rest_stress_duration 42000
            stress 2026-01-27: average_stress 20, max_stress 60, rest_stress_duration 70000, low_stress_duration 13820, medium_stress_duration 180, high_stress_duration 0, activity_stress_duration 0, uncategorized_stress_duration 0
            body_battery 2026-01-27: body_battery_charged 51, body_battery_drained 49
            body_battery_levels 2026-01-27: body_battery_highest 95, body_battery_lowest 20
            body_battery_events 2026-01-27: body_battery_event_impact 60 at 2026-01-26T22:10:00
            spo2 2026-01-27: average_spo2 96, lowest_spo2 88
            respiration 2026-01-27: average_waking_respiration 15, highest_respiration 20, lowest_respiration 8
            hydration 2026-01-26: hydration 250, hydration_goal 2800.5
            """),
        new("steps_range", "2026-01-26", "2026-01-27",
            """[{"calendarDate":"2026-01-26","totalSteps":null,"totalDistance":null,"stepGoal":8000},{"calendarDate":"2026-01-27","totalSteps":5000.0,"totalDistance":3900,"stepGoal":8000}]""",
            "steps 2026-01-27: steps 5000, step_goal 8000, distance 3900"),
        new("heart_rate_range", "2026-01-26", "2026-01-27",
            """[{"calendarDate":"2026-01-27","values":{"restingHR":47,"wellnessMaxAvgHR":149,"wellnessMinAvgHR":45}}]""",
            """
            heart_rate_averages 2026-01-27: min_average_heart_rate 45, max_average_heart_rate 149
            heart_rate 2026-01-27: resting_heart_rate 47
            """),
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
            """
            body_battery 2026-01-27: body_battery_charged 50, body_battery_drained 45
            body_battery_levels 2026-01-27: body_battery_highest 65, body_battery_lowest 20
            """),
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
        new("sleep_graphql", "2026-01-26", "2026-01-27",
            """
            {"data":{"sleepSummariesScalar":[{"id":1,"calendarDate":"2026-01-27","sleepTimeSeconds":27000,"napTimeSeconds":1200,"sleepStartTimestampGMT":1769468400000,
             "sleepEndTimestampGMT":1769497200000,"sleepStartTimestampLocal":1769472000000,"sleepEndTimestampLocal":1769500800000,"deepSleepSeconds":5400,"awakeCount":2,
             "avgSleepStress":14.0,"lowestSpO2Value":86,"sleepScores":{"overall":{"value":83,"qualifierKey":"GOOD"}},"sleepNeed":{"actual":470},"dailyNapDTOS":[]}]}}
            """,
            """
            sleep_details 2026-01-27: nap_duration 1200, sleep_awake_count 2, sleep_average_stress 14, sleep_lowest_spo2 86
            sleep 2026-01-27: sleep_duration 27000, deep_sleep 5400, sleep_score 83, sleep_need 28200
            """),
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

using Shouldly;
using Xunit;
using static GarminConnect.Client.Tests.Health.Reading;

namespace GarminConnect.Client.Tests.Health;

/// <summary>The expected values were read from the recordings by a person.</summary>
public sealed class When_recorded_days_are_read
{
    [Fact]
    public void The_daily_summary_gives_most_of_a_day()
    {
        var days = Recorded("data-daily-summary-get-2", "daily_summary_day", "2025-06-14");

        days.ShouldSatisfyAllConditions(
            () => days.Values("steps", "2025-06-14").ShouldBe("steps 5459, step_goal 10000, distance 4471"),
            () => days.Values("floors", "2025-06-14").ShouldBe("floors_ascended 4.31299, floors_descended 8.86286, floors_goal 10"),
            () => days.Values("calories", "2025-06-14").ShouldBe("total_calories 2252, active_calories 99, bmr_calories 2153"),
            () => days.Values("intensity_minutes", "2025-06-14")
                .ShouldBe("moderate_intensity_minutes 0, vigorous_intensity_minutes 0, intensity_minutes_weekly_goal 150"),
            () => days.Values("activity_time", "2025-06-14").ShouldBe("highly_active_time 345, active_time 3828, sedentary_time 53385, sleeping_time 28842"),
            () => days.Values("heart_rate", "2025-06-14").ShouldBe(
                "resting_heart_rate 51, min_heart_rate 49, max_heart_rate 104"),
            () => days.Values("heart_rate_averages", "2025-06-14").ShouldBe("min_average_heart_rate 50, max_average_heart_rate 101"),
            () => days.Values("stress", "2025-06-14").ShouldBe(
                "average_stress 24, max_stress 99, rest_stress_duration 52080, low_stress_duration 17880, medium_stress_duration 3720, " +
                "high_stress_duration 240, activity_stress_duration 6000, uncategorized_stress_duration 6300"),
            () => days.Values("body_battery", "2025-06-14").ShouldBe("body_battery_charged 60, body_battery_drained 57"),
            () => days.Values("body_battery_levels", "2025-06-14").ShouldBe("body_battery_highest 92, body_battery_lowest 32"),
            () => days.Values("body_battery_at_wake", "2025-06-14").ShouldBe("body_battery_at_wake 92"),
            () => days.Values("body_battery_events", "2025-06-14").ShouldBe("body_battery_event_impact 65 at 2025-06-13T20:57:15"),
            () => days.Values("spo2", "2025-06-14").ShouldBeEmpty(),
            () => days.Values("respiration", "2025-06-14").ShouldBe("average_waking_respiration 14, highest_respiration 23, lowest_respiration 6"),
            () => days.ShouldAllBe(day => day.SyncedUntil == null));
    }

    [Fact]
    public void The_heart_rate_of_a_day_has_its_curve()
    {
        var days = Recorded("data-daily-heart-rate-get-0", "heart_rate_day", "2026-01-07");

        days.Values("heart_rate", "2026-01-07").ShouldBe("resting_heart_rate 52, min_heart_rate 49, max_heart_rate 115");
        var curve = days.Of("heart_rate_intraday", "2026-01-07").Values;
        curve.Count.ShouldBe(707); // 710 rows, 3 of them null
        curve.Sum(value => value.Value).ShouldBe(46972);
        InWords(curve[0]).ShouldBe("heart_rate 63 at 2026-01-07T06:00:00");
        InWords(curve[^1]).ShouldBe("heart_rate 52 at 2026-01-08T05:58:00");
        curve[0].Details!.ToJsonString().ShouldBe("""{"date":"2026-01-07","utc_offset_seconds":-21600}""");
    }

    [Fact]
    public void Stress_and_body_battery_come_in_one_answer()
    {
        var days = Recorded("openetl-wellness-wellness-dailystress-2025-08-07", "stress_day", "2025-08-07");

        days.Values("stress", "2025-08-07").ShouldBe("average_stress 30, max_stress 98");
        var stress = days.Of("stress_intraday", "2025-08-07").Values;
        stress.Count.ShouldBe(333); // 480 rows, the others negative
        stress.Sum(value => value.Value).ShouldBe(10034);
        InWords(stress[0]).ShouldBe("stress 12 at 2025-08-07T07:00:00");
        var battery = days.Of("body_battery_intraday", "2025-08-07").Values;
        battery.Count.ShouldBe(479); // of one row the level is null
        battery.Sum(value => value.Value).ShouldBe(17722);
        InWords(battery[0]).ShouldBe("body_battery 17 at 2025-08-07T07:00:00");
        InWords(battery[^1]).ShouldBe("body_battery 16 at 2025-08-08T06:57:00");
        days.Details("stress_intraday", "2025-08-07", "stress").ShouldBe("""{"date":"2025-08-07","utc_offset_seconds":-25200}""");
    }

    [Fact]
    public void A_day_of_stress_may_have_no_curves()
    {
        var days = Days("stress_day", """{"calendarDate":"2025-08-07","maxStressLevel":0,"avgStressLevel":0,"stressValuesArray":[],"bodyBatteryValuesArray":[]}""", "2025-08-07");

        days.Values("stress", "2025-08-07").ShouldBe("average_stress 0, max_stress 0");
        days.Values("stress_intraday", "2025-08-07").ShouldBeEmpty();
        days.Values("body_battery_intraday", "2025-08-07").ShouldBeEmpty();
    }

    [Fact]
    public void Events_of_body_battery_have_their_cause()
    {
        var days = Recorded("go-garmin-wellness-wellness-bodybattery-events-2026-01-27", "body_battery_events_day", "2026-01-27");

        days.Values("body_battery_events", "2026-01-27").ShouldBe("body_battery_event_impact 60 at 2026-01-26T19:27:28");
        days.Details("body_battery_events", "2026-01-27", "body_battery_event_impact").ShouldBe(
            """{"event":"SLEEP","duration_milliseconds":25920000,"feedback":"NONE","date":"2026-01-26","utc_offset_seconds":14400}""");
    }

    [Fact]
    public void The_turning_points_of_body_battery_have_the_highest_and_the_lowest_level_of_the_curve()
    {
        var days = Recorded("openetl-wellness-wellness-bodybattery-reports-daily", "body_battery_range", "2025-08-07");
        var curve = Recorded("openetl-wellness-wellness-dailystress-2025-08-07", "stress_day", "2025-08-07").Of("body_battery_intraday", "2025-08-07").Values;

        days.Values("body_battery", "2025-08-07").ShouldBe("body_battery_charged 74, body_battery_drained 75");
        days.Values("body_battery_levels", "2025-08-07").ShouldBe("body_battery_highest 80, body_battery_lowest 9");
        (curve.Max(value => value.Value), curve.Min(value => value.Value)).ShouldBe((80, 9));
    }

    [Fact]
    public void Respiration_of_a_day_has_its_curve()
    {
        var days = Recorded("openetl-wellness-wellness-daily-respiration-2025-08-07", "respiration_day", "2025-08-07");

        days.Values("respiration", "2025-08-07").ShouldBe("average_waking_respiration 15, highest_respiration 45, lowest_respiration 6");
        var curve = days.Of("respiration_intraday", "2025-08-07").Values;
        curve.Count.ShouldBe(517); // 720 rows, the others -1 and -2
        curve.Sum(value => value.Value).ShouldBe(6874);
        InWords(curve[0]).ShouldBe("respiration 11 at 2025-08-07T07:02:00");
        InWords(curve[^1]).ShouldBe("respiration 10 at 2025-08-08T07:00:00");
    }

    [Fact]
    public void Heart_rate_under_the_name_of_an_athlete_reads_the_same()
    {
        var days = Recorded("openetl-wellness-wellness-dailyheartrate-test-athlete", "heart_rate_day", "2025-08-07");

        days.Values("heart_rate", "2025-08-07").ShouldBe("resting_heart_rate 45, min_heart_rate 43, max_heart_rate 183");
        var curve = days.Of("heart_rate_intraday", "2025-08-07").Values;
        curve.Count.ShouldBe(719);
        curve.Sum(value => value.Value).ShouldBe(49601);
        InWords(curve[0]).ShouldBe("heart_rate 49 at 2025-08-07T07:00:00");
    }

    [Fact]
    public void Steps_come_by_the_quarter_of_an_hour()
    {
        var curve = Recorded("openetl-wellness-wellness-dailysummarychart-test-athlete", "steps_chart", "2025-08-07").Of("steps_intraday", "2025-08-07").Values;

        curve.Count.ShouldBe(96);
        curve.Sum(value => value.Value).ShouldBe(17778);
        InWords(curve[^1]).ShouldBe("interval_steps 0 at 2025-08-08T06:45:00");
    }

    [Fact]
    public void A_whole_night_has_its_stages()
    {
        var days = Recorded("openetl-wellness-wellness-dailysleepdata-test-athlete", "sleep_day", "2025-08-07");

        days.Values("sleep", "2025-08-07").ShouldBe(
            "sleep_duration 23220, deep_sleep 2340, light_sleep 17040, rem_sleep 3840, awake_sleep 840, sleep_score 77, sleep_need 30600, " +
            "sleep_average_spo2 93, sleep_average_respiration 11, sleep_body_battery_change 66");
        days.Details("sleep", "2025-08-07", "sleep_duration").ShouldBe(
            """{"start":"2025-08-07T06:42:06Z","end":"2025-08-07T13:23:06Z","utc_offset_seconds":-25200}""");
        days.Values("sleep_details", "2025-08-07").ShouldBe(
            "nap_duration 0, unmeasurable_sleep 0, sleep_awake_count 1, sleep_average_stress 12, sleep_lowest_spo2 85, sleep_highest_spo2 100, " +
            "sleep_lowest_respiration 6, sleep_highest_respiration 19");
        days.Values("sleep_restless_moments", "2025-08-07").ShouldBe("sleep_restless_moments 32");
        var stages = days.Of("sleep_stages_intraday", "2025-08-07").Values;
        stages.Count.ShouldBe(15);
        stages.Sum(stage => stage.Value).ShouldBe(21);
        InWords(stages[0]).ShouldBe("sleep_stage 1 at 2025-08-07T06:42:06");
    }

    [Fact]
    public void A_day_of_2026_reads_like_those_before_it()
    {
        const string Day = "2026-01-27";
        var hrv = Recorded("go-garmin-hrv-hrv-2026-01-27", "hrv_day", Day);
        hrv.Values("hrv", Day).ShouldBe(
            "hrv_last_night_average 56, hrv_last_night_5_min_high 72, hrv_weekly_average 53, hrv_baseline_low_upper 47, " +
            "hrv_baseline_balanced_low 49, hrv_baseline_balanced_upper 56");
        hrv.Of("hrv_intraday", Day).Values.Count.ShouldBe(86);
        hrv.Of("hrv_intraday", Day).Values.Sum(reading => reading.Value).ShouldBe(4815);
        hrv.Details("hrv_intraday", Day, "hrv").ShouldBe("""{"date":"2026-01-27","utc_offset_seconds":14400}""");

        Recorded("go-garmin-metrics-metrics-endurancescore", "endurance_score_day", Day).Values("endurance_score", Day).ShouldBe("endurance_score 5549");
        Recorded("go-garmin-metrics-metrics-hillscore", "hill_score_day", Day).Values("hill_score", Day).ShouldBe("hill_score 32, hill_strength_score 7, hill_endurance_score 11");
        Recorded("go-garmin-metrics-metrics-trainingreadiness-2026-01-27", "training_readiness_day", Day).Values("training_readiness", Day).ShouldBe(
            "training_readiness 91, recovery_time 0, training_readiness_acute_load 249, training_readiness_sleep_factor 96, " +
            "training_readiness_sleep_history_factor 69, training_readiness_recovery_time_factor 100, training_readiness_load_factor 85, " +
            "training_readiness_hrv_factor 96, training_readiness_stress_history_factor 87");
        Recorded("go-garmin-wellness-wellness-daily-im-2026-01-27", "intensity_minutes_day", Day).Values("intensity_minutes", Day)
            .ShouldBe("moderate_intensity_minutes 7, vigorous_intensity_minutes 0, intensity_minutes_weekly_goal 240");
        var weight = Recorded("go-garmin-weight-weight-dayview-2026-01-27", "weight_day", Day);
        weight.Values("weight", Day).ShouldBe("weight 74.2 at 2026-01-27T06:06:56.496");
        weight.Details("weight", Day, "weight").ShouldBe("""{"source":"MANUAL","date":"2026-01-27","utc_offset_seconds":14400}""");
    }

    [Fact]
    public void A_shape_has_its_members_where_they_are_looked_for()
    {
        const string Day = "2026-01-01";
        var summary = Recorded("barnes-shape-usersummary-usersummary-daily-test-athlete", "daily_summary_day", Day);
        summary.Values("steps", Day).ShouldBeEmpty("a day of goals alone has no data");
        summary.Values("floors", Day).ShouldBe("floors_ascended 1, floors_descended 1, floors_goal 1");
        summary.Values("calories", Day).ShouldBe("total_calories 1, active_calories 1, bmr_calories 1");
        summary.Values("activity_time", Day).ShouldBe("highly_active_time 1, active_time 1, sedentary_time 1, sleeping_time 1");
        summary.Values("stress", Day).ShouldBe("average_stress 1, uncategorized_stress_duration 1");
        summary.Values("heart_rate", Day).ShouldBeEmpty();
        Recorded("barnes-shape-usersummary-usersummary-hydration-daily-2026-01-01", "hydration_day", Day).Values("hydration", Day).ShouldBeEmpty("a day of goals alone has no data");
        Recorded("barnes-shape-wellness-wellness-daily-im-2026-01-01", "intensity_minutes_day", Day).Values("intensity_minutes", Day)
            .ShouldBe("moderate_intensity_minutes 1, vigorous_intensity_minutes 1, intensity_minutes_weekly_goal 1");
        Recorded("barnes-shape-fitnessage-fitnessage-2026-01-01", "fitness_age_day", Day).Values("fitness_age", Day).ShouldBe("fitness_age 1, achievable_fitness_age 1");
        Recorded("barnes-shape-sleep-sleep-dailysleepdata", "sleep_day", Day).Values("sleep", Day).ShouldBe("sleep_need 60");
        Recorded("barnes-shape-weight-weight-dayview-2026-01-01", "weight_day", Day).Values("weight", Day).ShouldBeEmpty();
        Recorded("barnes-shape-wellness-wellness-bodybattery-reports-daily", "body_battery_range", Day).Values("body_battery_levels", Day).ShouldBeEmpty();
        Recorded("barnes-shape-sleep-stats-sleep-daily-2025-12-05-2026-01-01", "sleep_range", Day).Values("sleep", Day).ShouldBe(
            "sleep_duration 1, deep_sleep 1, light_sleep 1, rem_sleep 1, awake_sleep 1, sleep_score 1, sleep_need 60, sleep_average_heart_rate 1, sleep_average_spo2 1, " +
            "sleep_average_respiration 1, sleep_body_battery_change 1");
        Recorded("barnes-shape-metrics-metrics-hillscore-stats", "hill_score_range", Day).Values("hill_score", Day).ShouldBe("hill_score 1, hill_strength_score 1, hill_endurance_score 1");
        Recorded("barnes-shape-metrics-metrics-endurancescore-stats", "endurance_score_weekly_range", Day).Values("endurance_score_weekly", Day)
            .ShouldBe("endurance_score_week_average 1, endurance_score_week_max 1");
    }

    [Fact]
    public void A_night_has_its_stages_score_and_times()
    {
        var days = Recorded("data-daily-sleep-data-get-0", "sleep_day", "2025-07-07");

        days.Values("sleep", "2025-07-07").ShouldBe(
            "sleep_duration 24180, deep_sleep 5280, light_sleep 13440, rem_sleep 5460, awake_sleep 420, sleep_score 83, sleep_need 28200, " +
            "sleep_average_spo2 93, sleep_average_respiration 13, sleep_body_battery_change 65, skin_temperature_deviation -0.4");
        days.Details("sleep", "2025-07-07", "sleep_duration").ShouldBe(
            """{"start":"2025-07-07T04:47:28Z","end":"2025-07-07T11:37:28Z","utc_offset_seconds":-21600}""");
        days.Values("sleep_details", "2025-07-07").ShouldBe(
            "nap_duration 0, unmeasurable_sleep 0, sleep_awake_count 1, sleep_average_stress 14, sleep_lowest_spo2 86, sleep_highest_spo2 100, " +
            "sleep_lowest_respiration 9, sleep_highest_respiration 17");
        days.Values("sleep_stages_intraday", "2025-07-07").ShouldBeEmpty();
    }

    [Fact]
    public void A_night_from_the_older_address_reads_the_same()
    {
        var days = Recorded("data-sleep-data-get-1", "sleep_day", "2021-07-20");

        days.Values("sleep", "2021-07-20").ShouldBe(
            "sleep_duration 25740, deep_sleep 4440, light_sleep 18720, rem_sleep 2580, awake_sleep 1800, sleep_average_spo2 92, sleep_average_respiration 15");
        days.Details("sleep", "2021-07-20", "sleep_duration").ShouldBe(
            """{"start":"2021-07-20T05:20:00Z","end":"2021-07-20T12:59:00Z","utc_offset_seconds":-18000}""");
        days.Values("sleep_details", "2021-07-20").ShouldBe(
            "nap_duration 0, unmeasurable_sleep 0, sleep_lowest_spo2 84, sleep_highest_spo2 100, sleep_lowest_respiration 8, sleep_highest_respiration 18");
    }

    [Fact]
    public void The_variability_of_the_heart_rate_has_readings_with_their_own_local_time()
    {
        var days = Recorded("data-hrv-data-get-0", "hrv_day", "2023-07-20");

        days.Values("hrv", "2023-07-20").ShouldBe(
            "hrv_last_night_average 42, hrv_last_night_5_min_high 66, hrv_weekly_average 39, hrv_baseline_low_upper 36, " +
            "hrv_baseline_balanced_low 39, hrv_baseline_balanced_upper 52");
        days.Details("hrv", "2023-07-20", "hrv_last_night_average").ShouldBe("""{"status":"BALANCED","feedback":"HRV_BALANCED_7"}""");
        var readings = days.Of("hrv_intraday", "2023-07-20").Values;
        readings.Count.ShouldBe(81);
        readings.Sum(reading => reading.Value).ShouldBe(3338);
        InWords(readings[0]).ShouldBe("hrv 54 at 2023-07-20T05:29:48");
        readings[0].Details!.ToJsonString().ShouldBe("""{"date":"2023-07-20","utc_offset_seconds":-21600}""");
    }

    [Fact]
    public void The_readiness_of_a_day_is_that_of_the_morning()
    {
        var days = Recorded("data-morning-training-readiness-data-get-0", "training_readiness_day", "2025-07-07");

        days.Values("training_readiness", "2025-07-07").ShouldBe(
            "training_readiness 80, recovery_time 60, training_readiness_acute_load 351, training_readiness_sleep_factor 76, " +
            "training_readiness_sleep_history_factor 80, training_readiness_recovery_time_factor 99, training_readiness_load_factor 90, " +
            "training_readiness_hrv_factor 99, training_readiness_stress_history_factor 84");
        days.Details("training_readiness", "2025-07-07", "training_readiness").ShouldBe(
            """{"level":"HIGH","feedback":"WELL_RECOVERED","context":"AFTER_WAKEUP_RESET","time":"2025-07-07T11:45:17Z","utc_offset_seconds":-21600}""");
    }

    [Fact]
    public void Older_readiness_has_no_context()
    {
        var days = Recorded("data-morning-training-readiness-data-get-1", "training_readiness_day", "2024-07-07");

        days.Values("training_readiness", "2024-07-07").ShouldStartWith("training_readiness 49, recovery_time 60, training_readiness_acute_load 175, ");
        days.Details("training_readiness", "2024-07-07", "training_readiness").ShouldBe(
            """{"level":"LOW","feedback":"FOCUS_ON_SLEEP_QUALITY","time":"2024-07-07T13:47:19Z","utc_offset_seconds":-21600}""");
    }

    [Fact]
    public void The_latest_training_status_has_loads_and_their_balance()
    {
        var days = Recorded("stats-daily-training-status-0", "training_status_latest", "2025-06-11");

        days.Values("training_status", "2025-06-11").ShouldBe(
            "training_status 7, acute_training_load 399, chronic_training_load 300, acute_chronic_workload_ratio 1.3, " +
            "min_chronic_training_load 240, max_chronic_training_load 450");
        days.Details("training_status", "2025-06-11", "training_status").ShouldBe(
            """{"phrase":"PRODUCTIVE_6","since":"2025-05-31","sport":"RUNNING","paused":false,"load_status":"OPTIMAL"}""");
        days.Values("training_load_balance", "2025-06-11").ShouldBe(
            "monthly_load_aerobic_low 573.4651, monthly_load_aerobic_high 554.64087, monthly_load_anaerobic 43.52684");
    }

    [Fact]
    public void Scores_of_a_day_are_read()
    {
        Recorded("data-garmin-scores-data-get-2", "hill_score_day", "2025-07-07").Values("hill_score", "2025-07-07")
            .ShouldBe("hill_score 20, hill_strength_score 2, hill_endurance_score 15");
        var endurance = Recorded("data-garmin-scores-data-get-3", "endurance_score_day", "2025-07-07");
        endurance.Values("endurance_score", "2025-07-07").ShouldBe("endurance_score 4820");
        endurance.Details("endurance_score", "2025-07-07", "endurance_score").ShouldBe("""{"classification":1}""");
    }

    [Fact]
    public void A_weighing_has_its_composition()
    {
        var days = Recorded("data-get-daily-weight-data-0", "weight_day", "2025-06-15");

        days.Values("weight", "2025-06-15").ShouldBe(
            "weight 59.72 at 2025-06-15T14:14:36, bmi 22.799999237060547 at 2025-06-15T14:14:36, body_fat 19.3 at 2025-06-15T14:14:36, " +
            "body_water 58.9 at 2025-06-15T14:14:36, bone_mass 3.539 at 2025-06-15T14:14:36, muscle_mass 26.979 at 2025-06-15T14:14:36");
        days.Details("weight", "2025-06-15", "weight").ShouldBe("""{"source":"INDEX_SCALE","date":"2025-06-15","utc_offset_seconds":-21600}""");
    }

    [Fact]
    public void The_answer_to_a_drink_that_was_noted_is_the_hydration_of_its_day()
    {
        var days = Recorded("stats-daily-hydration-log-1", "hydration_day", "2026-01-09");

        days.Values("hydration", "2026-01-09").ShouldBe("hydration 1000, hydration_goal 3382");
        days.Values("sweat_loss", "2026-01-09").ShouldBe("sweat_loss 582, activity_intake 0");
    }

    [Theory]
    [InlineData("data-daily-sleep-data-get-1", "sleep_day", "2030-01-01")]
    [InlineData("data-garmin-scores-data-get-4", "hill_score_day", "2024-07-07")]
    [InlineData("data-garmin-scores-data-get-5", "endurance_score_day", "2024-07-07")]
    [InlineData("data-get-nonexistent-weight-data-0", "weight_day", "2020-01-01")]
    [InlineData("data-hrv-data-get-1", "hrv_day", "2021-07-20")]
    [InlineData("data-training-readiness-data-get-1", "training_readiness_day", "2030-01-01")]
    public void A_day_without_data_has_none_and_no_problem(string recording, string endpoint, string day) =>
        Recorded(recording, endpoint, day).ShouldAllBe(found => found.Values.Count == 0 && found.Problem == null);
}

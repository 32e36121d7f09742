using Shouldly;
using Xunit;
using static GarminConnect.Client.Tests.Health.Reading;

namespace GarminConnect.Client.Tests.Health;

/// <summary>The expected values were read from the recordings by a person.</summary>
public sealed class When_recorded_ranges_are_read
{
    [Fact]
    public void Steps_have_goal_and_distance()
    {
        var days = Recorded("stats-daily-steps-0", "steps_range", "2023-07-01", "2023-07-20");

        days.Count.ShouldBe(20);
        days.Values("steps", "2023-07-01").ShouldBe("steps 12413, step_goal 7950, distance 10368");
        days.Values("steps", "2023-07-13").ShouldBe("steps 17556, step_goal 8970, distance 31572");
        days.Values("steps", "2023-07-20").ShouldBe("steps 7322, step_goal 7240, distance 6148");
        days.Select(day => day.Values[0].Value).ShouldBe(
            [12413, 5719, 3633, 9593, 5865, 4331, 9263, 6889, 15403, 3409, 10746, 9849, 17556, 6919, 10886, 3965, 6842, 3585, 3998, 7322]);
    }

    [Fact]
    public void Stress_has_its_durations()
    {
        var days = Recorded("stats-daily-stress-0", "stress_range", "2023-07-01", "2023-07-20");

        days.Values("stress", "2023-07-06").ShouldBe(
            "average_stress 49, rest_stress_duration 10440, low_stress_duration 11400, medium_stress_duration 14520, high_stress_duration 6900");
        days.Select(day => day.Values[0].Value).ShouldBe([35, 29, 32, 34, 37, 49, 33, 27, 27, 31, 26, 38, 33, 38, 35, 30, 32, 31, 34, 38]);
    }

    [Fact]
    public void Stress_of_a_single_day_is_a_range_too() =>
        Recorded("connectapi-0", "stress_range", "2023-07-21").Values("stress", "2023-07-21").ShouldBe(
            "average_stress 35, rest_stress_duration 31020, low_stress_duration 20280, medium_stress_duration 11640, high_stress_duration 3240");

    [Fact]
    public void Heart_rate_variability_reads_as_in_the_answer_about_a_day()
    {
        var days = Recorded("stats-daily-hrv-0", "hrv_range", "2023-07-01", "2023-07-20");

        days.Values("hrv", "2023-07-18").ShouldBe(
            "hrv_last_night_average 40, hrv_last_night_5_min_high 72, hrv_weekly_average 39, hrv_baseline_low_upper 36, " +
            "hrv_baseline_balanced_low 40, hrv_baseline_balanced_upper 52");
        days.Details("hrv", "2023-07-18", "hrv_last_night_average").ShouldBe("""{"status":"UNBALANCED","feedback":"HRV_UNBALANCED_12"}""");
        days.Select(day => day.Values[0].Value).ShouldBe([43, 44, 48, 40, 40, 46, 44, 40, 43, 41, 46, 38, 41, 37, 37, 37, 41, 40, 43, 42]);

        var sameDay = Recorded("data-hrv-data-get-0", "hrv_day", "2023-07-20");
        days.Values("hrv", "2023-07-20").ShouldBe(sameDay.Values("hrv", "2023-07-20"));
        days.Details("hrv", "2023-07-20", "hrv_last_night_average").ShouldBe(sameDay.Details("hrv", "2023-07-20", "hrv_last_night_average"));
    }

    [Fact]
    public void Every_weighing_of_a_day_counts_and_days_without_one_are_empty()
    {
        var days = Recorded("data-weight-data-list-0", "weight_range", "2025-06-01", "2025-06-15");

        days.Count.ShouldBe(15);
        days.Values("weight", "2025-06-14").ShouldBe(
            "weight 59.5 at 2025-06-15T00:52:05.175, " +
            "weight 59.13 at 2025-06-14T13:53:00, bmi 22.5 at 2025-06-14T13:53:00, body_fat 20.3 at 2025-06-14T13:53:00, " +
            "body_water 58.2 at 2025-06-14T13:53:00, bone_mass 3.43 at 2025-06-14T13:53:00, muscle_mass 26.84 at 2025-06-14T13:53:00");
        days.Details("weight", "2025-06-14", "weight").ShouldBe("""{"source":"MANUAL","date":"2025-06-14","utc_offset_seconds":-21600}""");
        days.Values("weight", "2025-06-07").ShouldStartWith("weight 59.189 at 2025-06-07T14:47:38, bmi 22.600000381469727 ");
        days.Where(day => day.Values.Count == 0 && day.Problem is null).Count().ShouldBe(12);
        days.Values("weight", "2025-06-15").ShouldBe(Recorded("data-get-daily-weight-data-0", "weight_day", "2025-06-15").Values("weight", "2025-06-15"));
    }

    [Fact]
    public void VO2max_has_the_days_with_a_new_value()
    {
        var days = Recorded("go-garmin-metrics-metrics-maxmet-daily-2025-12-28-2026-01-27", "vo2_max_range", "2025-12-28", "2026-01-27");

        days.Where(day => day.Values.Count > 0).Select(day => (day.Metric.Name, day.Day.Day, day.Values[0].Value)).ShouldBe(
            [("vo2_max", 19, 50.4), ("vo2_max", 21, 50.2), ("vo2_max", 24, 50.1), ("vo2_max", 25, 50.1)]);
    }

    [Theory]
    [InlineData("data-weight-data-list-empty-0", "weight_range", "2019-12-18", "2020-01-01")]
    [InlineData("stats-daily-hrv-no-results-0", "hrv_range", "1990-06-23", "1990-07-20")]
    [InlineData("stats-monthly-training-status-no-data-0", "training_status_range", "2020-01-01", "2020-01-01")]
    public void A_range_without_data_has_none_and_no_problem(string recording, string endpoint, string from, string to) =>
        Recorded(recording, endpoint, from, to).ShouldAllBe(found => found.Values.Count == 0 && found.Problem == null);
}

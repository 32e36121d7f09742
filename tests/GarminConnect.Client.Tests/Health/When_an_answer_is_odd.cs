using GarminConnect.Client.Health;
using Shouldly;
using Xunit;
using static GarminConnect.Client.Tests.Health.Reading;

namespace GarminConnect.Client.Tests.Health;

public sealed class When_an_answer_is_odd
{
    [Theory]
    [InlineData("steps_range", """{"message":"HTTP 200 OK"}""")]
    [InlineData("steps_range", "\"\"")]
    [InlineData("daily_summary_day", "[]")]
    [InlineData("hrv_range", "[]")]
    [InlineData("steps_chart", "{}")]
    [InlineData("calories_range", "3")]
    [InlineData("training_status_range", "[]")]
    [InlineData("daily_summary_graphql", """{"errors":[{"message":"Validation error"}],"data":null}""")]
    [InlineData("daily_summary_graphql", """{"data":null}""")]
    [InlineData("daily_summary_graphql", """{"data":{"userDailySummaryV2Scalar":null}}""")]
    [InlineData("daily_summary_graphql", """{"data":{"userDailySummaryV2Scalar":{"message":"no"}}}""")]
    [InlineData("daily_summary_graphql", """{"data":{"userDailySummaryV2Scalar":{"data":null}}}""")]
    [InlineData("daily_summary_graphql", """{"data":{"userDailySummaryV2Scalar":[{"calendarDate":"2026-01-27","totalSteps":5000}]}}""")]
    [InlineData("training_readiness_graphql", """{"data":null}""")]
    [InlineData("training_readiness_graphql", "{}")]
    [InlineData("training_readiness_graphql", "null")]
    [InlineData("hrv_range", "{}")]
    [InlineData("sleep_range", """{"error":"ServiceUnavailable"}""")]
    [InlineData("weight_range", "{}")]
    [InlineData("blood_pressure_range", """{"message":"HTTP 200 OK"}""")]
    [InlineData("calories_range", "{}")]
    [InlineData("calories_range", """{"allMetrics":{}}""")]
    [InlineData("spo2_range", "{}")]
    [InlineData("hill_score_range", "{}")]
    [InlineData("endurance_score_weekly_range", "{}")]
    [InlineData("training_status_range", """{"error":"ServiceUnavailable"}""")]
    [InlineData("training_status_range", """{"weeklyTrainingStatus":{"statusCode":200,"payload":{}}}""")]
    [InlineData("training_status_latest", "{}")]
    public void Another_shape_than_the_endpoint_has_is_a_refusal_and_not_a_lack_of_data(string endpoint, string body) =>
        Should.Throw<EndpointRefusedException>(() => Days(endpoint, body, "2026-01-27")).Message
            .ShouldStartWith("Garmin Connect did not answer what was asked: ");

    [Theory]
    [InlineData("steps_range", "")]
    [InlineData("steps_range", "null")]
    [InlineData("steps_range", "[]")]
    [InlineData("hrv_range", """{"hrvSummaries":null}""")]
    [InlineData("hrv_range", "null")]
    [InlineData("weight_range", """{"dailyWeightSummaries":null}""")]
    [InlineData("stress_day", "null")]
    [InlineData("calories_range", """{"allMetrics":null}""")]
    [InlineData("calories_range", """{"allMetrics":{"metricsMap":{"WELLNESS_BMR_CALORIES":null,"WELLNESS_ACTIVE_CALORIES":[]}}}""")]
    [InlineData("hydration_day", """{"calendarDate":null,"valueInML":null,"goalInML":null}""")]
    [InlineData("hrv_day", """{"hrvSummary":null,"hrvReadings":[]}""")]
    [InlineData("calories_range", """{"allMetrics":{"metricsMap":{}}}""")]
    [InlineData("training_status_range", """{"weeklyTrainingStatus":{"statusCode":200,"payload":{"reportData":{}}}}""")]
    [InlineData("training_status_range", """{"weeklyTrainingStatus":{"statusCode":204,"payload":null}}""")]
    [InlineData("daily_summary_graphql", """{"data":{"userDailySummaryV2Scalar":{"data":[]}}}""")]
    [InlineData("daily_summary_graphql", """{"data":{"userDailySummaryV2Scalar":{"data":[{"calendarDate":"2026-01-27","includesWellnessData":false,"movement":{},"heartRate":{}}]}}}""")]
    [InlineData("training_readiness_graphql", """{"data":{"trainingReadinessRangeScalar":null}}""")]
    [InlineData("training_readiness_graphql", """{"data":{"trainingReadinessRangeScalar":[]}}""")]
    public void Nothing_is_no_problem(string endpoint, string body) =>
        Days(endpoint, body, "2026-01-27").ShouldAllBe(day => day.Values.Count == 0 && day.Problem == null);

    [Theory]
    [InlineData("stress_range", """[{"calendarDate":"2026-01-27","values":"none"}]""")]
    [InlineData("stress_range", """[{"calendarDate":"2026-01-27","values":{"overallStressLevel":{}}}]""")]
    [InlineData("steps_range", """[{"calendarDate":"2026-01-27","totalSteps":"many"}]""")]
    [InlineData("steps_range", """[17]""")]
    [InlineData("steps_range", """[{"calendarDate":"27.01.2026","totalSteps":17}]""")]
    [InlineData("hrv_range", """{"hrvSummaries":"none"}""")]
    [InlineData("hydration_day", """{"calendarDate":20260127,"valueInML":250}""")]
    [InlineData("hydration_day", """{"calendarDate":"2026-01-26","valueInML":250}""")]
    [InlineData("calories_range", """{"allMetrics":{"metricsMap":{"WELLNESS_BMR_CALORIES":1800}}}""")]
    [InlineData("calories_range", """{"allMetrics":{"metricsMap":{"WELLNESS_BMR_CALORIES":[{"calendarDate":"2026-01-27","value":"x"}]}}}""")]
    [InlineData("calories_range", """{"allMetrics":{"metricsMap":{"WELLNESS_ACTIVE_CALORIES":[{"calendarDate":"2026-01-26","value":300}]}}}""")]
    [InlineData("daily_summary_day", """{"message":"HTTP 200 OK"}""")]
    [InlineData("hydration_day", "{}")]
    [InlineData("sleep_day", """{"error":"ServiceUnavailable"}""")]
    [InlineData("weight_day", "{}")]
    [InlineData("blood_pressure_range", """{"measurementSummaries":[{"startDate":"2026-01-27"}]}""")]
    [InlineData("spo2_range", """{"spo2DailyAverageArray":["2026-01-27"]}""")]
    [InlineData("spo2_range", """{"spo2DailyAverageArray":[["2026-01-27",{}]]}""")]
    [InlineData("weight_range", """{"dailyWeightSummaries":[{"summaryDate":"2026-01-27","allWeightMetrics":[{"weight":70000,"timestampGMT":null}]}]}""")]
    [InlineData("blood_pressure_range", """{"measurementSummaries":[{"measurements":[{"systolic":120}]}]}""")]
    [InlineData("endurance_score_weekly_range", """{"groupMap":{"week 4":{"groupAverage":1}}}""")]
    [InlineData("training_status_range", """{"weeklyTrainingStatus":{"statusCode":200,"payload":{"reportData":{"1":"none"}}}}""")]
    public void What_cannot_be_read_is_a_problem_and_not_a_lack_of_data(string endpoint, string body)
    {
        foreach (var day in Days(endpoint, body, "2026-01-27"))
        {
            day.Values.ShouldBeEmpty();
            day.Problem.ShouldNotBeNull().ShouldEndWith(".");
        }
    }

    [Fact]
    public void A_row_without_a_day_throws_doubt_on_the_days_without_a_row_only()
    {
        var days = Days("steps_range", """[{"calendarDate":"2026-01-26","totalSteps":1},{"totalSteps":2}]""", "2026-01-26", "2026-01-27");

        days.Values("steps", "2026-01-26").ShouldBe("steps 1");
        days.Of("steps", "2026-01-27").Problem.ShouldBe("A row of Garmin's answer has no readable calendarDate, and may be about this day.");
    }

    [Fact]
    public void A_failed_part_is_a_problem_of_its_metric()
    {
        var days = Days(
            "training_status_latest",
            """
            {"mostRecentTrainingStatus":{"statusCode":500,"errorMessage":"x","payload":null,"successful":false},
             "mostRecentTrainingLoadBalance":{"statusCode":200,"payload":{"metricsTrainingLoadBalanceDTOMap":{"1":{"calendarDate":"2026-01-27","monthlyLoadAnaerobic":40}}}}}
            """,
            "2026-01-27");

        days.Of("training_status", "2026-01-27").Problem.ShouldBe("A part of Garmin's answer failed (HTTP 500).");
        days.Values("training_load_balance", "2026-01-27").ShouldBe("monthly_load_anaerobic 40");
    }

    [Fact]
    public void A_part_that_is_not_there_is_a_problem_of_its_metric()
    {
        var days = Days(
            "training_status_latest",
            """
            {"mostRecentTrainingLoadBalance":{"statusCode":200,"payload":{"metricsTrainingLoadBalanceDTOMap":{"1":{"calendarDate":"2026-01-27","monthlyLoadAnaerobic":40}}}}}
            """,
            "2026-01-27");

        days.Of("training_status", "2026-01-27").Problem.ShouldNotBeNull().ShouldContain("mostRecentTrainingStatus");
        days.Values("training_load_balance", "2026-01-27").ShouldBe("monthly_load_anaerobic 40");
    }

    [Theory]
    [InlineData("sleep_range", """{"individualStats":[{"calendarDate":"2026-01-27","values":{"totalSleepTimeInSeconds":27000,"sleepScore":"n/a"}}]}""", true)]
    [InlineData("sleep_range", """{"individualStats":[{"calendarDate":"2026-01-27","values":{"totalSleepTimeInSeconds":27000,"sleepScore":null}}]}""", false)]
    [InlineData("heart_rate_day", """{"calendarDate":"2026-01-27","restingHeartRate":50,"heartRateValues":[[1769468400000,51],["?",52]]}""", true)]
    [InlineData("calories_range", """{"allMetrics":{"metricsMap":{"WELLNESS_ACTIVE_CALORIES":[{"calendarDate":"2026-01-27","value":300}]}}}""", true)]
    public void What_was_read_in_part_says_so(string endpoint, string body, bool isPartial)
    {
        var days = Days(endpoint, body, "2026-01-27");

        days.ShouldAllBe(day => day.Values.Count > 0 && day.Problem == null);
        days[^1].IsPartial.ShouldBe(isPartial);
    }

    [Theory]
    [InlineData("steps_range", """[{"calendarDate":"2026-01-27","totalSteps":null,"totalDistance":null,"stepGoal":8000}]""")]
    [InlineData("daily_summary_day", """{"calendarDate":"2026-01-27","totalSteps":null,"dailyStepGoal":8000,"userFloorsAscendedGoal":10,"intensityMinutesGoal":150}""")]
    [InlineData("hydration_day", """{"calendarDate":"2026-01-27","valueInML":null,"goalInML":2839.0}""")]
    public void A_day_with_nothing_but_goals_is_empty(string endpoint, string body) =>
        Days(endpoint, body, "2026-01-27").ShouldAllBe(day => day.Values.Count == 0 && !day.HasValues && day.Problem == null);

    [Fact]
    public void A_curve_of_nothing_but_zeros_was_put_away()
    {
        var days = Days(
            "stress_day",
            """{"calendarDate":"2026-01-27","avgStressLevel":30,"stressValuesArray":[[1769468400000,0],[1769468580000,-1]],"bodyBatteryValuesArray":[[1769468400000,"X",0]]}""",
            "2026-01-27");

        days.Values("stress", "2026-01-27").ShouldBe("average_stress 30");
        days.Values("stress_intraday", "2026-01-27").ShouldBeEmpty();
        days.Values("body_battery_intraday", "2026-01-27").ShouldBeEmpty();
    }

    [Fact]
    public void A_curve_that_is_none_leaves_the_rest()
    {
        var days = Days(
            "stress_day",
            """{"calendarDate":"2026-01-27","avgStressLevel":30,"stressValuesArray":"away","bodyBatteryValuesArray":[[1769468400000,"X",44]]}""",
            "2026-01-27");

        days.Values("stress", "2026-01-27").ShouldBe("average_stress 30");
        days.Of("stress_intraday", "2026-01-27").Problem.ShouldBe("Garmin's answer is not readable: stressValuesArray is not a list.");
        days.Values("body_battery_intraday", "2026-01-27").ShouldBe("body_battery 44 at 2026-01-26T23:00:00");
    }

    [Fact]
    public void On_a_day_when_the_clock_is_changed_both_offsets_are_kept()
    {
        var days = Days(
            "heart_rate_day",
            """
            {"calendarDate":"2026-03-29","startTimestampGMT":"2026-03-28T23:00:00.0","startTimestampLocal":"2026-03-29T00:00:00.0",
             "endTimestampGMT":"2026-03-29T22:00:00.0","endTimestampLocal":"2026-03-30T00:00:00.0","heartRateValues":[[1774738800000,51]]}
            """,
            "2026-03-29");

        days.Details("heart_rate_intraday", "2026-03-29", "heart_rate")
            .ShouldBe("""{"date":"2026-03-29","utc_offset_seconds":3600,"utc_offset_seconds_at_end":7200}""");
    }

    [Fact]
    public void A_record_has_its_own_day_and_not_the_one_that_was_asked_for() =>
        Days("personal_records", """[{"typeId":3,"value":1321.5,"activityId":7,"prStartTimeGmt":1700000000000,"prStartTimeLocal":1700007200000}]""", "2026-01-27")
            .Details("personal_records", "2026-01-27", "record_run_5_km")
            .ShouldBe("""{"activity_id":7,"date":"2023-11-15","utc_offset_seconds":7200}""");

    [Fact]
    public void The_summary_tells_how_far_the_watch_has_synchronised() =>
        Days("daily_summary_day", """{"calendarDate":"2026-01-27","lastSyncTimestampGMT":"2026-01-27T21:14:03.0"}""", "2026-01-27")
            .ShouldAllBe(day => day.SyncedUntil == new DateTimeOffset(2026, 1, 27, 21, 14, 3, TimeSpan.Zero));

    [Fact]
    public void A_fault_of_ours_in_one_metric_leaves_the_others()
    {
        var steps = MetricCatalogue.Metrics[0];
        var floors = MetricCatalogue.Metrics[1];
        var endpoint = new MetricEndpoint(
            "faulty",
            1,
            EndpointProof.Unverified,
            (_, _) => new GarminCall("unused", "nothing"),
            new MetricAnswer(steps, new DayRows((_, _) => throw new InvalidOperationException())),
            new MetricAnswer(floors, DayRows.List()));

        var days = endpoint.Read(null, Range("2026-01-27"));

        days.Of(steps.Name, "2026-01-27").Problem.ShouldNotBeNull().ShouldContain("InvalidOperationException");
        days.Of(floors.Name, "2026-01-27").Problem.ShouldBeNull();
    }
}

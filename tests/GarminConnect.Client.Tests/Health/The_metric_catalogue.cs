using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GarminConnect.Client.Health;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests.Health;

public sealed class The_metric_catalogue
{
    private static readonly DayRange Range = new(new DateOnly(2026, 1, 7), new DateOnly(2026, 1, 11));

    [Fact]
    public void Names_are_unique_and_in_snake_case()
    {
        string[][] kinds =
        [
            [.. MetricCatalogue.Metrics.Select(metric => metric.Name)],
            [.. MetricCatalogue.Metrics.SelectMany(metric => metric.Values).Select(type => type.Name)],
            [.. MetricCatalogue.Endpoints.Select(endpoint => endpoint.Name)],
        ];
        foreach (var names in kinds)
        {
            names.ShouldBeUnique();
            names.ShouldAllBe(name => Regex.IsMatch(name, "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"));
        }
    }

    [Fact]
    public void Each_metric_is_described_and_has_values_with_units()
    {
        MetricCatalogue.Metrics.ShouldAllBe(metric => metric.Description.Length > 0 && metric.Values.Count > 0 && metric.SettlesAfterDays > 0);
        MetricCatalogue.Metrics.SelectMany(metric => metric.Values).ShouldAllBe(type => type.Unit.Length > 0);
        MetricCatalogue.Metrics.Select(metric => metric.Detail).Distinct().ShouldBe([MetricDetail.Summary, MetricDetail.Intraday]);
    }

    [Fact]
    public void Each_metric_has_an_endpoint_that_answers_in_full()
    {
        foreach (var metric in MetricCatalogue.Metrics)
        {
            MetricCatalogue.Endpoints.ShouldContain(endpoint => endpoint.AnswersInFull(metric), metric.Name);
        }
    }

    [Fact]
    public void Endpoints_answer_for_metrics_of_the_catalogue_once_and_over_some_days()
    {
        foreach (var endpoint in MetricCatalogue.Endpoints)
        {
            endpoint.MaxDays.ShouldBeGreaterThan(0);
            endpoint.Metrics.ShouldNotBeEmpty();
            endpoint.Metrics.ShouldBeUnique();
            endpoint.Metrics.ShouldBeSubsetOf(MetricCatalogue.Metrics);
        }
    }

    [Fact]
    public void What_Garmin_has_no_range_for_is_not_in_the_summary_depth()
    {
        var byDayOnly = MetricCatalogue.Metrics.Where(metric =>
            MetricCatalogue.Endpoints.Where(endpoint => endpoint.Metrics.Contains(metric)).All(endpoint => endpoint.MaxDays == 1));

        byDayOnly.Where(metric => metric.Detail == MetricDetail.Summary && !metric.OnlyLatest).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("heart_rate", "heart_rate_range", false)]
    [InlineData("heart_rate", "daily_summary_day", true)]
    [InlineData("heart_rate", "daily_summary_graphql", true)]
    [InlineData("heart_rate_averages", "heart_rate_range", true)]
    [InlineData("stress", "daily_summary_graphql", true)]
    [InlineData("hydration", "daily_summary_graphql", true)]
    [InlineData("body_battery_levels", "body_battery_range", true)]
    [InlineData("sleep_details", "sleep_graphql", true)]
    [InlineData("sleep", "sleep_graphql", false)]
    [InlineData("steps", "steps_range", true)]
    [InlineData("calories", "calories_range", true)]
    [InlineData("spo2", "spo2_range", false)]
    [InlineData("sleep", "sleep_range", true)]
    [InlineData("sleep", "sleep_score_range", false)]
    [InlineData("body_battery", "body_battery_range", true)]
    [InlineData("weight", "steps_range", false)]
    public void An_endpoint_knows_whether_it_has_all_values(string metric, string endpoint, bool inFull) =>
        Reading.Endpoint(endpoint).AnswersInFull(MetricCatalogue.Metrics.Single(one => one.Name == metric)).ShouldBe(inFull);

    [Fact]
    public void Calls_are_relative_and_name_the_days_and_the_athlete()
    {
        foreach (var endpoint in MetricCatalogue.Endpoints)
        {
            var range = endpoint.MaxDays == 1 ? Range with { To = Range.From } : Range;
            var call = endpoint.CallFor("jane doe/1", range);
            var text = call.Path + Encoding.UTF8.GetString(call.JsonBody ?? []);

            call.Path.ShouldNotStartWith("/");
            call.What.ShouldNotBeEmpty();
            text.ShouldNotContain("jane doe");
            call.Path.ShouldNotContain("{");
            if (endpoint.Name is not ("personal_records" or "race_predictions_latest"))
            {
                text.ShouldContain("2026-01-07");
                text.ShouldContain(endpoint.MaxDays == 1 ? "2026-01-07" : "2026-01-11");
            }
        }
    }

    [Fact]
    public void A_GraphQL_query_is_posted_as_JSON()
    {
        var call = Reading.Endpoint("daily_summary_graphql").CallFor("x", Range);

        call.Method.ShouldBe(HttpMethod.Post);
        call.Repeatable.ShouldBeTrue();
        JsonDocument.Parse(call.JsonBody!).RootElement.GetProperty("query").GetString()
            .ShouldBe("query{userDailySummaryV2Scalar(startDate:\"2026-01-07\",endDate:\"2026-01-11\")}");
    }

    [Theory]
    [InlineData("2026-01-11", "2026-01-11")]
    [InlineData("2026-01-12", "2026-01-18")]
    [InlineData("2026-01-14", "2026-01-18")]
    public void Weeks_of_endurance_are_asked_for_up_to_a_Sunday(string to, string askedTo) =>
        Reading.Endpoint("endurance_score_weekly_range").CallFor("x", Reading.Range("2026-01-05", to)).Path
            .ShouldBe($"metrics-service/metrics/endurancescore/stats?startDate=2026-01-05&endDate={askedTo}&aggregation=weekly");
}

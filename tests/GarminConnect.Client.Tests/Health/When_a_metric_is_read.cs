using GarminConnect.Client.Health;
using Shouldly;
using Xunit;
using Answer = GarminSync.Testing.Answer;

namespace GarminConnect.Client.Tests.Health;

public sealed class When_a_metric_is_read
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_metric_is_read_by_the_endpoint_that_takes_the_fewest_requests()
    {
        await using var garmin = await GarminHarness.StartAsync(Some.Garmin(("/graphql-gateway", Answer.Json(
            """{"data":{"userDailySummaryV2Scalar":{"data":[{"calendarDate":"2026-06-02","movement":{"steps":{"goal":8000,"value":9000,"distanceInMeters":7000.0}}}]}}}"""))));

        var days = await garmin.Health.ReadAsync(GarminHarness.Session(), MetricCatalogue.Get("steps"), new DayRange(new(2026, 5, 1), new(2026, 6, 3)), Token);

        days.Count.ShouldBe(34);
        days.Where(day => day.Values.Count > 0).ShouldHaveSingleItem().Day.ShouldBe(new(2026, 6, 2));
        days[32].Values[0].ShouldBe(new MetricValue(new MetricValueType("steps", "1"), 9000));
        garmin.Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_range_that_is_too_long_is_read_in_shorter_ones()
    {
        var asked = 0;
        await using var garmin = await GarminHarness.StartAsync(Some.Garmin(("/graphql-gateway", context =>
            Answer.Json(asked++ == 0 ? """{"errors":[{"message":"no"}]}""" : """{"data":{"userDailySummaryV2Scalar":{"data":[]}}}""")(context))));

        var days = await garmin.Health.ReadAsync(GarminHarness.Session(), MetricCatalogue.Get("steps"), new DayRange(new(2026, 5, 1), new(2026, 6, 3)), Token);

        days.Count.ShouldBe(34);
        asked.ShouldBe(3, "34 days, then 28 and 6");
    }

    [Fact]
    public async Task An_endpoint_that_Garmin_refuses_is_followed_by_the_next()
    {
        await using var garmin = await GarminHarness.StartAsync(Some.Garmin(
            ("/usersummary-service/usersummary/daily", Answer.Json("{}", 403)),
            ("/graphql-gateway", Answer.Json("""{"errors":[{"message":"no"}]}""")),
            ("/usersummary-service/stats/steps/daily", Answer.Json("""[{"calendarDate":"2026-06-02","totalSteps":9000}]"""))));
        var day = new DayRange(new(2026, 6, 2), new(2026, 6, 2));

        var days = await garmin.Health.ReadAsync(GarminHarness.Session(), MetricCatalogue.Get("steps"), day, Token);

        days.ShouldHaveSingleItem().Values.ShouldHaveSingleItem().Value.ShouldBe(9000);
    }

    [Fact]
    public async Task The_last_refusal_is_told_when_no_endpoint_is_left()
    {
        await using var garmin = await GarminHarness.StartAsync(Some.Garmin(
            ("/usersummary-service", Answer.Json("{}", 403)), ("/graphql-gateway", Answer.Json("{}", 403)), ("/wellness-service", Answer.Json("{}", 403))));
        var days = new DayRange(new(2026, 6, 1), new(2026, 6, 2));

        await Should.ThrowAsync<GarminRejectedException>(() => garmin.Health.ReadAsync(GarminHarness.Session(), MetricCatalogue.Get("steps"), days, Token));
        Should.Throw<ArgumentException>(() => MetricCatalogue.Get("hats"));
    }
}

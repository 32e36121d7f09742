using System.Globalization;
using System.Text.RegularExpressions;
using GarminConnect.Client.Health;
using GarminSync.Consumers.HealthMetrics;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;
using static GarminSync.Consumers.Tests.HealthMetrics.HealthHost;
using Answer = GarminSync.Testing.Answer;

namespace GarminSync.Consumers.Tests.HealthMetrics;

/// <summary>Its errors come with HTTP 200.</summary>
public sealed class When_GraphQL_refuses
{
    private const string GraphQl = "graphql-gateway/graphql";
    private const string Error = """{"errors":[{"message":"Validation error of type FieldUndefined","extensions":{"classification":"ValidationError"}}]}""";

    [Fact]
    public async Task A_range_that_is_too_long_is_asked_for_in_months()
    {
        await using var host = await StartAsync();
        host.Host.Garmin.AnswerWith(Of(host, mostDays: 28));
        await host.SyncAsync(Scope(Today.AddDays(-299), Today, "steps"));

        host.Asked(GraphQl).ShouldBe(1 + 11);
        host.Asked("stats/steps").ShouldBe(0);
        var ledger = await host.LedgerAsync("steps");
        ledger.Count.ShouldBe(300);
        ledger.ShouldAllBe(row => row.State == MetricDayState.Stored);
    }

    [Fact]
    public async Task A_call_that_refuses_a_month_too_is_made_no_third_time_and_its_days_come_in_other_ways()
    {
        await using var host = await StartAsync();
        host.Host.Garmin.AnswerWith(Of(host, mostDays: 0));
        var orders = await host.PlanAsync(Scope(Today.AddDays(-1000), Today, "steps"));
        orders.Count(order => order.Endpoint == "daily_summary_graphql").ShouldBe(3);
        foreach (var order in orders)
        {
            await host.ImportAsync(order);
        }

        host.Asked(GraphQl).ShouldBe(2);
        (await host.LedgerAsync("steps")).Count.ShouldBe(1001);
        (await host.LedgerAsync("steps")).ShouldAllBe(row => row.State == MetricDayState.Stored);
        (await host.PlanAsync(Scope(Today, Today, "steps", "spo2"))).ShouldNotContain(order => order.Endpoint == "daily_summary_graphql");
    }

    [Fact]
    public async Task What_is_left_is_planned_anew_when_one_call_after_the_other_is_refused()
    {
        await using var host = await StartAsync(
            (GraphQl, Error),
            ("usersummary-service/stats", "403"),
            ("userstats-service", "403"),
            ("wellness-service", "403"),
            ("usersummary-service/usersummary/daily", """{"totalSteps":5000,"floorsAscended":3,"totalKilocalories":2000,"moderateIntensityMinutes":7}"""),
            ("userprofile-service/socialProfile", """{"displayName":"runner01"}"""));
        await host.SyncAsync(Scope(Today.AddDays(-9), Today, "steps", "floors", "calories", "intensity_minutes"));

        host.Asked("usersummary/daily/").ShouldBe(10, "one call a day for all four");
        foreach (var metric in (string[])["steps", "floors", "calories", "intensity_minutes"])
        {
            (await host.LedgerAsync(metric)).Count(row => row.State == MetricDayState.Stored).ShouldBe(10);
        }
    }

    [Fact]
    public async Task A_part_of_a_stress_day_is_enough_only_for_days_long_past()
    {
        await using var host = await StartAsync();
        host.Host.Garmin.AnswerWith(Of(host, mostDays: 0));
        await host.SyncAsync(Scope(Today.AddDays(-27), Today, "stress"));
        await host.SyncAsync(Scope(Today.AddDays(-27), Today, "stress") with { Force = true });

        host.Asked($"usersummary/daily/runner01?calendarDate={Today:yyyy-MM-dd}").ShouldBeGreaterThan(0);
        host.Asked($"usersummary/daily/runner01?calendarDate={Today.AddDays(-20):yyyy-MM-dd}").ShouldBe(0);
        host.Asked("stats/stress").ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Days_that_were_closed_in_part_are_completed_when_it_answers_again_in_one_request()
    {
        await using var host = await StartAsync();
        host.Host.Garmin.AnswerWith(Stress(isGraphQlOpen: false));
        await host.SyncAsync(Scope(Today.AddDays(-100), Today, "stress"));
        (await host.LedgerAsync("stress")).Where(row => row.Day < Today.AddDays(-7)).ShouldAllBe(row => row.InPart && row.Settled);

        host.Clock.Advance(TimeSpan.FromDays(1));
        host.Host.Garmin.AnswerWith(Stress(isGraphQlOpen: true));
        var asked = host.Host.Garmin.Requests.Count;
        var synced = await host.SyncAsync(Scope(Today.AddDays(-100), Today.AddDays(1), "stress"));

        host.Host.Garmin.Requests.Skip(asked).ShouldHaveSingleItem().Target.ShouldContain(GraphQl);
        synced.ShouldHaveSingleItem().MetricTypes.ShouldContain("max_stress");
        (await host.LedgerAsync("stress")).ShouldAllBe(row => !row.InPart);
        host.Host.CentralDb.Requests.ShouldContain(request =>
            request.Text.Contains("max_stress", StringComparison.Ordinal) && request.Text.Contains($"{Today.AddDays(-100):yyyy-MM-dd}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_it_has_nothing_of_such_a_day_what_was_there_stays()
    {
        await using var host = await StartAsync();
        host.Host.Garmin.AnswerWith(Stress(isGraphQlOpen: false));
        await host.SyncAsync(Scope(Today.AddDays(-100), Today, "stress"));
        var before = (await host.LedgerAsync("stress"))[0];

        host.Clock.Advance(TimeSpan.FromDays(1));
        host.Host.Garmin.AnswerWith(Stress(isGraphQlOpen: true, from: Today));
        await host.SyncAsync(Scope(Today.AddDays(-100), Today.AddDays(1), "stress"));

        var after = (await host.LedgerAsync("stress"))[0];
        (after.ValuesHash, after.State, after.InPart).ShouldBe((before.ValuesHash, MetricDayState.Stored, false));
    }

    [Fact]
    public async Task Where_it_refuses_again_they_are_not_asked_for_in_other_ways_again()
    {
        await using var host = await StartAsync();
        host.Host.Garmin.AnswerWith(Stress(isGraphQlOpen: false));
        await host.SyncAsync(Scope(Today.AddDays(-100), Today.AddDays(-50), "stress"));

        host.Clock.Advance(TimeSpan.FromDays(1));
        var asked = host.Host.Garmin.Requests.Count;
        await host.SyncAsync(Scope(Today.AddDays(-100), Today.AddDays(-50), "stress"));

        host.Host.Garmin.Requests.Skip(asked).Count(request => request.Target.Contains("stress", StringComparison.Ordinal)).ShouldBe(0);
        (await host.LedgerAsync("stress")).ShouldAllBe(row => row.InPart && row.State == MetricDayState.Stored);
    }

    private static RequestDelegate Stress(bool isGraphQlOpen, DateOnly? from = null) => context =>
    {
        var path = context.Request.Path.Value!.TrimStart('/');
        var rows = new DayRange(Today.AddDays(-100), Today.AddDays(1)).Days;
        return path switch
        {
            GraphQl when isGraphQlOpen => Answer.Json($$$"""{"data":{"userDailySummaryV2Scalar":{"data":[{{{string.Join(',', rows.Where(day => !(day < from))
                .Select(day => $$"""{"calendarDate":"{{day:yyyy-MM-dd}}","stress":{"avgLevel":30,"maxLevel":90,"restDurationInMillis":1200000} }"""))}}}]} } }""")(context),
            GraphQl => Answer.Json(Error)(context),
            _ when path.StartsWith("usersummary-service/stats/stress", StringComparison.Ordinal) => Answer.Json($"[{string.Join(',', RangeOf(context).Days
                .Select(day => $$"""{"calendarDate":"{{day:yyyy-MM-dd}}","values":{"overallStressLevel":30,"restStressDuration":1200} }"""))}]")(context),
            _ => Garmin(
                ("usersummary-service/usersummary/daily", """{"totalSteps":5000,"averageStressLevel":30,"maxStressLevel":90}"""),
                ("userprofile-service/socialProfile", """{"displayName":"runner01"}"""))(context),
        };
    };

    /// <summary>Answers about so many days at most, and the REST calls about steps and stress as well.</summary>
    private static RequestDelegate Of(HealthHost host, int mostDays) => context =>
    {
        var path = context.Request.Path.Value!.TrimStart('/');
        if (path == GraphQl)
        {
            var days = Regex.Matches(host.Host.Garmin.Requests[^1].Text, @"\d{4}-\d\d-\d\d")
                .Select(match => DateOnly.ParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();
            var range = new DayRange(days[0], days[1]);
            var rows = range.Days.Select(day => $$"""{"calendarDate":"{{day:yyyy-MM-dd}}","movement":{"steps":{"value":5000} } }""");
            return Answer.Json(range.Length > mostDays ? Error : $$$"""{"data":{"userDailySummaryV2Scalar":{"data":[{{{string.Join(',', rows)}}}]} } }""")(context);
        }

        if (path.StartsWith("usersummary-service/stats/steps", StringComparison.Ordinal))
        {
            return Answer.Json($"[{string.Join(',', RangeOf(context).Days.Select(day => $$"""{"calendarDate":"{{day:yyyy-MM-dd}}","totalSteps":5000}"""))}]")(context);
        }

        return Garmin(
            ("usersummary-service/stats/stress", "[]"),
            ("usersummary-service/usersummary/daily", """{"totalSteps":5000,"averageStressLevel":20}"""),
            ("userprofile-service/socialProfile", """{"displayName":"runner01"}"""))(context);
    };
}

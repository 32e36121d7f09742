using Shouldly;
using Xunit;
using static GarminSync.Consumers.Tests.HealthMetrics.HealthHost;
using Answer = GarminSync.Testing.Answer;

namespace GarminSync.Consumers.Tests.HealthMetrics;

/// <summary>Of stress, a range has the times, and a day the highest value.</summary>
public sealed class When_no_call_gives_a_metric_in_full
{
    private const string StressOfADay = "wellness-service/wellness/dailyStress";
    private const string StressOfARange = "usersummary-service/stats/stress/daily";

    [Fact]
    public async Task The_last_days_get_what_two_calls_have_and_days_long_past_what_the_range_has()
    {
        await using var host = await StartAsync(Answers(
            (StressOfADay, $$"""{"calendarDate":"{{Today:yyyy-MM-dd}}","avgStressLevel":31,"maxStressLevel":87}"""),
            (StressOfARange, Range)));

        var synced = await host.SyncAsync(Scope(Today.AddDays(-20), Today, "stress"));

        synced.ShouldHaveSingleItem().MetricTypes.ShouldBe(["average_stress", "max_stress", "rest_stress_duration"]);
        host.Asked(StressOfARange).ShouldBe(1);
        host.Asked($"{StressOfADay}/{Today:yyyy-MM-dd}").ShouldBe(1);
        host.Asked($"{StressOfADay}/{Today.AddDays(-10):yyyy-MM-dd}").ShouldBe(0);
        host.Host.CentralDb.Requests.ShouldContain(request =>
            request.Text.Contains("max_stress", StringComparison.Ordinal) && request.Text.Contains("rest_stress_duration", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_answers_are_written_once()
    {
        await using var host = await StartAsync(Answers(
            (StressOfADay, $$"""{"calendarDate":"{{Today:yyyy-MM-dd}}","maxStressLevel":87}"""),
            (StressOfARange, Range)));
        await host.SyncAsync(Scope(Today, Today, "stress"));

        (await host.SyncAsync(Scope(Today, Today, "stress") with { Force = true })).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_call_that_is_refused_takes_nothing_from_the_first_and_is_not_made_for_each_day()
    {
        await using var host = await StartAsync(Answers((StressOfADay, "403"), (StressOfARange, Range)));

        var synced = await host.SyncAsync(Scope(Today.AddDays(-3), Today, "stress"));

        synced.ShouldHaveSingleItem().MetricTypes.ShouldBe(["average_stress", "rest_stress_duration"]);
        host.Asked(StressOfADay).ShouldBe(1);
        (await host.LedgerAsync("stress")).ShouldAllBe(row => row.Reason == null);
    }

    [Fact]
    public async Task A_block_while_the_second_call_is_made_stores_nothing_yet()
    {
        await using var host = await StartAsync();
        host.Host.Garmin.AnswerWith(context => (context.Request.Path.Value!.Contains("dailyStress", StringComparison.Ordinal)
            ? Answer.Status(503)
            : Garmin(Answers((StressOfARange, Range))))(context));
        var order = host.Order(Today, Today, "stress");

        await Should.ThrowAsync<GarminConnect.Client.GarminUnreachableException>(() => host.ImportAsync(order));

        (await host.LedgerAsync("stress")).ShouldBeEmpty();
    }

    private static string Range =>
        $$"""[{"calendarDate":"{{Today:yyyy-MM-dd}}","values":{"overallStressLevel":31,"restStressDuration":1200} }]""";

    private static (string Path, string Json)[] Answers(params (string Path, string Json)[] answers) =>
    [
        .. answers,
        ("graphql-gateway", "403"),
        ("usersummary-service/usersummary/daily", "403"),
        ("userprofile-service/socialProfile", """{"displayName":"runner01"}"""),
    ];
}

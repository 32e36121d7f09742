using GarminSync.Consumers.HealthMetrics;
using GarminSync.Consumers.State;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static GarminSync.Consumers.Tests.HealthMetrics.HealthHost;
using Answer = GarminSync.Testing.Answer;

namespace GarminSync.Consumers.Tests.HealthMetrics;

/// <summary>What was answered before says nothing of what fails after it.</summary>
public sealed class When_Garmin_goes_away_in_the_middle
{
    private const string Profile = "userprofile-service/socialProfile";
    private const string Chart = "wellness-service/wellness/dailySummaryChart";
    private const string NoSteps = "[]";

    private static readonly DateOnly First = Today.AddDays(-27);

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(503)]
    public async Task The_ranges_that_are_left_are_neither_failed_nor_refused(int status)
    {
        await using var host = await StartAsync();
        host.Host.Garmin.AnswerWith(AnswersFirst(1, "{\"individualStats\":[]}", status == 404 ? Answer.Status(404) : Answer.Json(Words(status), status)));

        var (met, _) = await host.ImportAsync(host.Order(First, Today, "sleep", "hydration"), failures: MetricWays.TriesBeforeBlame);

        met.ShouldNotBeNull().Waits.ShouldBeTrue();
        var ledger = await host.LedgerAsync();
        ledger.Count.ShouldBe(28, "those of the call that was answered");
        ledger.ShouldAllBe(row => row.State == MetricDayState.Empty && row.Metric == "sleep");
        (await host.Host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<RefusedEndpoint>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task An_answer_of_another_shape_is_no_word_about_the_call()
    {
        await using var host = await StartAsync();
        host.Host.Garmin.AnswerWith(context => (context.Request.Path.Value!.EndsWith(Profile, StringComparison.Ordinal) ? Answer.Status(503) : Answer.Json("7"))(context));

        (await host.ImportAsync(host.Order(First, Today, "sleep", "hydration"))).Met.ShouldNotBeNull().Waits.ShouldBeTrue();

        (await host.LedgerAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_days_that_are_left_are_not_taken_for_empty()
    {
        await using var host = await StartAsync();
        host.Host.Garmin.AnswerWith(AnswersFirst(1, NoSteps, Answer.Status(404)));

        var (met, _) = await host.ImportAsync(host.Order(First, Today, "steps_intraday"));

        met.ShouldNotBeNull().Waits.ShouldBeTrue();
        (await host.LedgerAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_month_before_the_first_device_takes_one_call_more()
    {
        await using var host = await StartAsync((Chart, "404"));

        (await host.ImportAsync(host.Order(First, Today, "steps_intraday"))).Met.ShouldBeNull();

        host.Asked(Profile).ShouldBe(1);
        var ledger = await host.LedgerAsync();
        ledger.Count.ShouldBe(28);
        ledger.ShouldAllBe(row => row.State == MetricDayState.Empty);
    }

    [Fact]
    public async Task An_answer_after_them_speaks_for_all_days_that_are_not_there()
    {
        await using var host = await StartAsync();
        host.Host.Garmin.AnswerWith(context => (context.Request.QueryString.Value!.Contains($"{First:yyyy-MM-dd}", StringComparison.Ordinal)
            ? Answer.Json(NoSteps)
            : Answer.Json(Words(404), 404))(context));

        (await host.ImportAsync(host.Order(First, Today, "steps_intraday"))).Met.ShouldBeNull();

        host.Asked(Profile).ShouldBe(0);
        (await host.LedgerAsync()).Count.ShouldBe(28);
    }

    private static RequestDelegate AnswersFirst(int calls, string json, RequestDelegate then)
    {
        var answered = 0;
        return context => (Interlocked.Increment(ref answered) <= calls ? Answer.Json(json) : then)(context);
    }
}

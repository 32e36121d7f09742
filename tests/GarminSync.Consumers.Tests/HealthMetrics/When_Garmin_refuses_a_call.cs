using GarminConnect.Client.Health;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.HealthMetrics;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static GarminSync.Consumers.Tests.HealthMetrics.HealthHost;
using Answer = GarminSync.Testing.Answer;

namespace GarminSync.Consumers.Tests.HealthMetrics;

public sealed class When_Garmin_refuses_a_call
{
    private const string Vo2Max = "metrics-service/metrics/maxmet/daily";
    private const string Profile = "userprofile-service/socialProfile";
    private const string SummaryOfADay = "usersummary-service/usersummary/daily";

    private static readonly SyncScope OfToday = Scope(Today, Today, "vo2_max");

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_refusal_of_everything_is_no_word_about_a_call(int status)
    {
        await using var host = await StartAsync();
        host.Host.Garmin.AnswerWith(Answer.Json(Words(status), status));
        var orders = await host.PlanAsync(Scope());
        foreach (var order in orders)
        {
            (await host.ImportAsync(order)).Met.ShouldNotBeNull().Waits.ShouldBeTrue();
        }

        host.Host.Garmin.Requests.Count.ShouldBeLessThanOrEqualTo(2 * orders.Count, "the call, and the profile to see whose trouble it is");
        var next = await host.PlanWholeAsync(Scope());
        next.Items.Count.ShouldBe(orders.Count);
        next.LeftOpen.ShouldBeNull();
        (await host.LedgerAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_404_of_everything_makes_no_empty_days()
    {
        await using var host = await StartAsync();
        host.Host.Garmin.AnswerWith(Answer.Json(Words(404), 404));

        (await host.ImportAsync((await host.PlanAsync(Scope(Today, Today, "steps_intraday"))).Single())).Met.ShouldNotBeNull().Waits.ShouldBeTrue();

        (await host.LedgerAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_404_of_one_day_beside_other_answers_is_a_day_without_data()
    {
        await using var host = await StartAsync(("wellness-service/wellness/dailySummaryChart", "404"));
        await host.SyncAsync(Scope(Today, Today, "steps_intraday"));

        (await host.LedgerAsync("steps_intraday")).ShouldHaveSingleItem().State.ShouldBe(MetricDayState.Empty);
    }

    [Fact]
    public async Task Items_that_meet_it_one_after_the_other_meet_one_refusal()
    {
        await using var host = await StartAsync();
        var call = MetricCatalogue.Endpoints[0];
        for (var item = 0; item < 3; item++)
        {
            await host.Host.InScopeAsync(services => services.GetRequiredService<EndpointRefusals>().NoteAsync(User, call, "no", TestContext.Current.CancellationToken));
        }

        host.Clock.Advance(TimeSpan.FromHours(1));

        (await host.Host.InScopeAsync(services => services.GetRequiredService<EndpointRefusals>().UsableAsync(User, force: false, TestContext.Current.CancellationToken)))
            .ShouldContain(call);
    }

    [Fact]
    public async Task Its_pause_is_an_hour_and_doubles_with_each_refusal_in_a_row()
    {
        await using var host = await StartAsync((Vo2Max, "403"));
        await host.SyncAsync(OfToday);
        (await host.PlanAsync(OfToday)).ShouldBeEmpty();
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.SyncAsync(OfToday);

        host.Clock.Advance(TimeSpan.FromHours(1.9));
        (await host.PlanAsync(OfToday)).ShouldBeEmpty();
        host.Clock.Advance(TimeSpan.FromHours(0.1));
        (await host.PlanAsync(OfToday)).ShouldNotBeEmpty();

        host.Host.Garmin.AnswerWith(Answer.Status(204));
        await host.SyncAsync(OfToday);
        (await host.Host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<RefusedEndpoint>().CountAsync())).ShouldBe(0, "an answer ends the row");
    }

    [Fact]
    public async Task Force_asks_all_the_same()
    {
        await using var host = await StartAsync((Vo2Max, "403"));
        await host.SyncAsync(OfToday);

        (await host.PlanAsync(OfToday with { Force = true })).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_plan_says_which_days_it_leaves_open_and_why()
    {
        await using var host = await StartAsync((Vo2Max, "403"));
        await host.SyncAsync(Scope(Today.AddDays(-3), Today, "vo2_max"));

        var left = (await host.PlanWholeAsync(Scope(Today.AddDays(-3), Today, "vo2_max"))).LeftOpen.ShouldNotBeNull();

        left.ShouldContain("vo2_max of 2026-02-26 to 2026-03-01");
        left.ShouldContain("(HTTP 403)");
        left.ShouldContain("2026-03-01 12:00 UTC");
    }

    [Fact]
    public async Task An_answer_of_another_shape_is_not_held_against_the_account()
    {
        await using var host = await StartAsync((Vo2Max, """{"odd":1}"""));
        await host.SyncAsync(OfToday);

        (await host.PlanAsync(OfToday)).ShouldHaveSingleItem().Endpoint.ShouldBe("vo2_max_range");
    }

    [Fact]
    public async Task A_new_display_name_is_read_and_used_at_once()
    {
        await using var host = await StartAsync();
        host.Host.Garmin.AnswerWith(Renamed(Answer.Json(Words(403), 403)));
        await host.SyncAsync(Scope(Today, Today, "steps_intraday"));

        await ShouldBeRenamedAsync(host);
        (await host.LedgerAsync("steps_intraday")).ShouldHaveSingleItem().State.ShouldBe(MetricDayState.Stored);
        (await host.PlanWholeAsync(Scope(Today, Today, "steps_intraday"))).LeftOpen.ShouldBeNull();
    }

    [Fact]
    public async Task A_summary_that_is_hidden_is_asked_for_under_the_new_name()
    {
        await using var host = await StartAsync();
        host.Host.Garmin.AnswerWith(Renamed(Answer.Json("""{"calendarDate":"2026-03-01","privacyProtected":true,"totalSteps":null}""")));
        var order = (await host.PlanAsync(Scope(Today, Today, "activity_time"))).ShouldHaveSingleItem();
        await host.ImportAsync(order);

        await ShouldBeRenamedAsync(host);
        (await host.LedgerAsync("activity_time")).ShouldHaveSingleItem().State.ShouldBe(MetricDayState.Stored);
    }

    [Fact]
    public async Task A_summary_that_stays_hidden_is_no_empty_day()
    {
        await using var host = await StartAsync(
            (Profile, """{"displayName":"runner01"}"""), (SummaryOfADay, """{"calendarDate":"2026-03-01","privacyProtected":true,"totalSteps":null}"""));
        await host.SyncAsync(Scope(Today, Today, "activity_time"));

        var row = (await host.LedgerAsync("activity_time")).ShouldHaveSingleItem();
        row.State.ShouldBe(MetricDayState.Failed);
        row.Reason.ShouldNotBeNull().ShouldContain("privacyProtected");
    }

    [Fact]
    public async Task Without_a_display_name_what_needs_none_goes_on_and_the_rest_waits_and_says_so()
    {
        await using var host = await StartAsync((Profile, """{"displayName":null}"""), ("usersummary-service/stats/steps/daily", """[{"calendarDate":"2026-03-01","totalSteps":8000}]"""));
        await host.Host.InScopeAsync(async services =>
            (await services.GetRequiredService<StateDb>().Set<GarminAccount>().SingleAsync()).DisplayName = null);
        await host.SyncAsync(Scope(Today, Today, "steps", "personal_records"));

        (await host.LedgerAsync("steps")).ShouldHaveSingleItem().State.ShouldBe(MetricDayState.Stored);
        var waits = (await host.LedgerAsync("personal_records")).ShouldHaveSingleItem();
        waits.State.ShouldBe(MetricDayState.Failed);
        waits.Reason.ShouldNotBeNull().ShouldContain("display name");
        (await host.PlanAsync(Scope(Today, Today, "personal_records"))).ShouldHaveSingleItem();
    }

    private static Microsoft.AspNetCore.Http.RequestDelegate Renamed(Microsoft.AspNetCore.Http.RequestDelegate underTheOldName) => context =>
    {
        var path = context.Request.Path.Value!.TrimStart('/');
        return (path switch
        {
            Profile => Answer.Json("""{"displayName":"runner02"}"""),
            _ when path.Contains("runner01", StringComparison.Ordinal) => underTheOldName,
            _ when path.StartsWith(SummaryOfADay, StringComparison.Ordinal) => Answer.Json("""{"calendarDate":"2026-03-01","activeSeconds":3600}"""),
            _ when path.Contains("runner02", StringComparison.Ordinal) => Answer.Json("""[{"startGMT":"2026-03-01T09:00:00.0","endGMT":"2026-03-01T09:15:00.0","steps":99,"primaryActivityLevel":"active"}]"""),
            _ => Answer.Status(204),
        })(context);
    };

    private static async Task ShouldBeRenamedAsync(HealthHost host) =>
        (await host.Host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<GarminAccount>().Select(account => account.DisplayName).SingleAsync())).ShouldBe("runner02");
}

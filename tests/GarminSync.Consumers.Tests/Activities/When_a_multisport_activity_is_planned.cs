using System.Text.Json;
using GarminSync.Consumers.Activities;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Activities;

public sealed class When_a_multisport_activity_is_planned
{
    private const string Parent = """{"activityId":70,"activityName":"Triathlon","parent":true,"activityType":{"typeKey":"multi_sport"},"startTimeLocal":"2026-05-10 09:00:00","startTimeGMT":"2026-05-10 07:00:00"}""";

    [Fact]
    public async Task Its_legs_are_fetched_too_as_activities_that_know_their_parent()
    {
        await using var host = await StartAsync();

        var plan = await host.PlanAsync(Plans.All);

        plan.Items.Select(item => item.Key).ShouldBe(["70", "71", "72"]);
        (plan.Unchanged, plan.ListedAllActivities).ShouldBe((0, true));
        using var leg = JsonDocument.Parse(OrderOf(plan, "72").Row);
        leg.RootElement.GetProperty("parentId").GetInt64().ShouldBe(70);
        leg.RootElement.GetProperty("activityType").GetProperty("typeKey").GetString().ShouldBe("cycling");
        leg.RootElement.GetProperty("distance").GetDouble().ShouldBe(40000);
    }

    [Fact]
    public async Task Nothing_is_asked_for_once_they_are_stored()
    {
        await using var host = await StartAsync();
        await host.RememberAsync([Parent, .. await LegRowsAsync(host)]);
        (await host.PlanAsync(Plans.All)).Items.ShouldBeEmpty();
        var before = host.Questions().Count;

        (await host.PlanAsync(Plans.All)).Items.ShouldBeEmpty();

        host.Questions().Count.ShouldBe(before);
    }

    [Fact]
    public async Task The_order_for_it_says_which_they_are_so_that_the_next_sync_need_not_ask()
    {
        await using var host = await StartAsync();

        var plan = await host.PlanAsync(Plans.All);

        OrderOf(plan, "70").LegIds.ShouldBe([71, 72]);
        OrderOf(plan, "71").LegIds.ShouldBeNull();
    }

    [Fact]
    public async Task An_edit_of_it_leaves_its_legs_alone()
    {
        await using var host = await StartAsync();
        await host.RememberAsync([Parent.Replace("Triathlon", "Three sports", StringComparison.Ordinal), .. await LegRowsAsync(host)]);

        (await host.PlanAsync(Plans.All)).Items.ShouldHaveSingleItem().Key.ShouldBe("70");
    }

    [Fact]
    public async Task Of_a_leg_that_is_stored_only_the_format_that_it_lacks_is_fetched()
    {
        await using var host = await StartAsync();
        await host.RememberAsync([Parent, .. await LegRowsAsync(host)]);

        var plan = await host.PlanAsync(Plans.All with { Formats = [ActivityFileFormats.Original, ActivityFileFormats.Gpx] });

        JsonSerializer.Deserialize<ActivityOrder>(plan.Items.Single(item => item.Key == "71").Order)!.Formats.ShouldBe([ActivityFileFormats.Gpx]);
    }

    [Theory]
    [InlineData("70", "70", "The legs of the multisport activity 70 could not be read")]
    [InlineData("72", "70,71", "Leg 72 of the multisport activity 70 could not be read")]
    public async Task What_cannot_be_read_costs_nothing_else_is_told_and_is_asked_for_again_a_day_later(string unreadable, string planned, string told)
    {
        var clock = new ShiftedClock(new DateTimeOffset(2026, 5, 12, 6, 0, 0, TimeSpan.Zero));
        await using var host = await CapabilityHost.StartAsync(Garmin, clock);
        var rows = await LegRowsAsync(host);
        host.Garmin.AnswerWith(context => context.Request.Path.Value!.EndsWith("/" + unreadable, StringComparison.Ordinal) ? Answer.Status(500)(context) : Garmin(context));

        var plan = await host.PlanAsync(Plans.All);

        plan.Items.Select(item => item.Key).ShouldBe(planned.Split(','));
        plan.LeftOpen.ShouldNotBeNull().ShouldContain(told);
        // What was planned is stored; and parents of earlier days know their legs.
        await host.RememberAsync(clock.GetUtcNow().AddMinutes(-1), unreadable == "72" ? [Parent, rows[0]] : [Parent]);
        await host.KnowLegsAsync(unreadable == "72" ? "71,72" : null);
        var before = host.Questions().Count;
        (await host.PlanAsync(Plans.All)).LeftOpen.ShouldBeNull();
        host.Questions().Count.ShouldBe(before);

        host.Garmin.AnswerWith(Garmin);
        clock.Advance(TimeSpan.FromDays(1));

        (await host.PlanAsync(Plans.All)).Items.Select(item => item.Key).ShouldContain("72");
    }

    [Fact]
    public async Task An_outage_defers_the_plan_instead_of_leaving_legs_out()
    {
        await using var host = await StartAsync();
        host.Garmin.AnswerWith(context => context.Request.Path.Value!.Contains("search", StringComparison.Ordinal) ? Garmin(context) : Answer.Status(503)(context));

        await Should.ThrowAsync<GarminConnect.Client.GarminUnreachableException>(() => host.PlanAsync(Plans.All));
    }

    [Fact]
    public async Task A_leg_that_waits_is_left_alone_while_its_sibling_is_asked_for()
    {
        await using var host = await StartAsync();
        var rows = await LegRowsAsync(host);
        await host.RememberAsync(Parent);
        await host.KnowLegsAsync("71,72");
        await host.GiveUpAsync("no", rows[0]);
        var before = host.Questions().Count;

        (await host.PlanAsync(Plans.All)).Items.Select(item => item.Key).ShouldBe(["72"]);

        host.Questions().Skip(before).ShouldBe(["/activity-service/activity/70", "/activity-service/activity/72"]);
    }

    [Fact]
    public async Task The_note_on_a_leg_goes_when_its_parent_names_it_no_more()
    {
        await using var host = await StartAsync();
        var rows = await LegRowsAsync(host);
        await host.GiveUpAsync("no", rows[0], rows[0].Replace("71", "73", StringComparison.Ordinal));

        await host.PlanAsync(Plans.All);

        (await NotesAsync(host)).ShouldBe([71]);
        host.List([Plans.Row(1, daysAgo: 1)]);
        await host.PlanAsync(Plans.All);
        (await NotesAsync(host)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_job_that_has_not_asked_all_of_them_for_their_legs_says_so_and_the_next_one_goes_on()
    {
        var parents = Enumerable.Range(1, 25).Select(id => Parent.Replace("70", $"{id * 100}", StringComparison.Ordinal).Replace("07:00", $"07:{id:00}", StringComparison.Ordinal)).ToArray();
        await using var host = await StartAsync();
        host.Garmin.AnswerWith(context => Answer.Json(
            context.Request.Path.Value!.Contains("search", StringComparison.Ordinal) ? context.Request.Query["start"] == "0" ? $"[{string.Join(',', parents)}]" : "[]"
            : $$"""{"activityId":{{context.Request.Path.Value!.Split('/')[^1]}},"isMultiSportParent":true,"metadataDTO":{"childIds":[]},"summaryDTO":{} }""")(context));
        await host.RememberAsync(parents);

        var first = await host.PlanAsync(Plans.All);
        var second = await host.PlanAsync(Plans.All);

        first.LeftOpen.ShouldNotBeNull().ShouldContain("asks 20 multisport activities for their legs, and there are more");
        (first.ListedAllActivities, second.ListedAllActivities, second.LeftOpen).ShouldBe((false, true, null));
        host.Questions().Count.ShouldBe(25);
    }

    [Fact]
    public async Task Legs_are_not_missing_from_the_list_and_are_gone_with_their_parent()
    {
        await using var host = await StartAsync();
        await host.RememberAsync([Parent, .. await LegRowsAsync(host)]);
        for (var listing = 0; listing < 3; listing++)
        {
            (await host.PlanAsync(Plans.All)).Gone.ShouldBeEmpty();
        }

        host.List([Plans.Row(1, daysAgo: 1)]);
        await host.PlanAsync(Plans.All);

        (await host.PlanAsync(Plans.All)).Gone.Select(gone => gone.GarminActivityId).Order().ShouldBe([70, 71, 72]);
    }

    private static Task<CapabilityHost> StartAsync() => CapabilityHost.StartAsync(Garmin);

    private static async Task<string[]> LegRowsAsync(CapabilityHost host)
    {
        var plan = await host.PlanAsync(Plans.All);
        return [OrderOf(plan, "71").Row, OrderOf(plan, "72").Row];
    }

    private static Task<List<long>> NotesAsync(CapabilityHost host) => host.InScopeAsync(services =>
        services.GetRequiredService<StateDb>().Set<GivenUpActivity>().Select(note => note.GarminActivityId).Order().ToListAsync());

    private static ActivityOrder OrderOf(SyncPlan plan, string key) => JsonSerializer.Deserialize<ActivityOrder>(plan.Items.Single(item => item.Key == key).Order)!;

    private static Task Garmin(Microsoft.AspNetCore.Http.HttpContext context) => Answer.Json(context.Request.Path.Value!.Split('/')[^1] switch
    {
        "70" => """{"activityId":70,"isMultiSportParent":true,"metadataDTO":{"childIds":[71,72]},"summaryDTO":{}}""",
        "71" => Leg(71, "open_water_swimming", 1500, "07:00"),
        "72" => Leg(72, "cycling", 40000, "07:31"),
        _ => context.Request.Query["start"] == "0" ? $"[{Parent}]" : "[]",
    })(context);

    private static string Leg(long id, string type, int meters, string start) => $$"""
        {"activityId":{{id}},"activityName":"Leg","isMultiSportParent":false,"activityTypeDTO":{"typeKey":"{{type}}"},"metadataDTO":{"childIds":[],"manualActivity":false},
         "summaryDTO":{"startTimeGMT":"2026-05-10T{{start}}:00.0","startTimeLocal":"2026-05-10T09:00:00.0","distance":{{meters}}.0,"averagePower":200.0} }
        """;
}

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

public sealed class When_activities_are_given_up
{
    [Fact]
    public async Task The_next_sync_reads_no_more_of_the_list_than_the_recent_window_and_does_not_try_again()
    {
        var rows = Enumerable.Range(1, 1000).Select(id => Plans.Row(id, daysAgo: id / 4)).ToArray();
        await using var host = await Plans.StartAsync([]);
        host.List([.. rows.Chunk(100)]);
        await host.RememberAsync(rows[..^1]);
        await host.AddJobAsync("CompletedWithErrors", listedAll: true, daysAgo: 0, WorkItemState.Failed);
        await host.GiveUpAsync("Garmin has lost the file", rows[^1], rows[0]);

        var plan = await host.PlanAsync(Plans.All);

        plan.Items.ShouldBeEmpty();
        host.Garmin.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task They_are_tried_again_after_a_day_then_three_then_a_week_then_each_month()
    {
        var clock = new ShiftedClock(Plans.Day(80));
        var row = Plans.Row(1, daysAgo: 400);
        await using var host = await Plans.StartAsync([Plans.Row(2, daysAgo: 1), row], clock);
        await host.RememberAsync(Plans.Row(2, daysAgo: 1));
        await host.AddJobAsync("CompletedWithErrors", listedAll: true, daysAgo: 0, WorkItemState.Failed);

        foreach (var days in (int[])[1, 3, 7, 30, 30])
        {
            await host.GiveUpAsync("no", row);
            clock.Advance(TimeSpan.FromDays(days) - TimeSpan.FromMinutes(1));
            (await host.PlanAsync(Plans.All)).Items.ShouldBeEmpty($"{days} days");
            clock.Advance(TimeSpan.FromMinutes(1));
            (await host.PlanAsync(Plans.All)).Items.ShouldHaveSingleItem($"{days} days").Key.ShouldBe("1");
        }
    }

    [Fact]
    public async Task The_whole_list_is_read_for_one_that_is_due_and_has_no_start()
    {
        var clock = new ShiftedClock(Plans.Day(80));
        await using var host = await Plans.StartAsync([Plans.Row(1, daysAgo: 100), Plans.Row(2, daysAgo: 400)], clock);
        await host.AddJobAsync("Completed", listedAll: true, daysAgo: 0, WorkItemState.Done);
        await host.GiveUpAsync("no", """{"activityId":3,"activityName":"Of no day"}""");
        (await host.PlanAsync(Plans.All)).ListedAllActivities.ShouldBeFalse();

        clock.Advance(TimeSpan.FromDays(1));

        (await host.PlanAsync(Plans.All)).ListedAllActivities.ShouldBeTrue();
    }

    [Fact]
    public async Task The_note_goes_when_the_list_of_its_days_does_not_have_it_and_stays_when_other_days_were_listed()
    {
        await using var host = await Plans.StartAsync([Plans.Row(1, daysAgo: 4)]);
        int[] days = [2, 3, 4, 5, 6];
        await host.GiveUpAsync("no", [.. days.Select(day => Plans.Row(10 + day, daysAgo: day))]);

        // The first and the last day may be other days in the athlete's time zone.
        await host.PlanAsync(Plans.All with { StartDate = DateOnly.FromDateTime(Plans.Day(6).Date), EndDate = DateOnly.FromDateTime(Plans.Day(3).Date) });

        (await host.NotesAsync()).Select(note => note.GarminActivityId).Order().ShouldBe([12, 13, 16]);
    }

    [Theory]
    [InlineData(false, "Run", 0, "it waits")]
    [InlineData(true, "Run", 1, "force")]
    [InlineData(false, "Longer run", 1, "it was edited")]
    public async Task They_are_tried_at_once_when_they_were_edited_or_the_sync_is_forced(bool force, string name, int planned, string why)
    {
        await using var host = await Plans.StartAsync([Plans.Row(1, daysAgo: 2, name)]);
        await host.GiveUpAsync("no", Plans.Row(1, daysAgo: 2));

        (await host.PlanAsync(Plans.All with { Force = force })).Items.Count.ShouldBe(planned, why);
    }

    [Fact]
    public async Task A_format_that_nobody_has_asked_for_yet_does_not_wait_for_the_one_that_was_given_up()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.Files(Answer.Json("""{"message":"HTTP 403 Forbidden","error":"ForbiddenException"}""", 403)));
        (await host.ImportAsync(Imports.Row)).Left!.Action.ShouldBe(TroubleAction.GiveUp);
        await host.GiveUpAsync("no", Imports.Row);
        await host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<GivenUpActivity>()
            .ExecuteUpdateAsync(row => row.SetProperty(note => note.GivenUpAt, TimeProvider.System.GetUtcNow().AddMinutes(1))));
        host.List([Imports.Row]);

        (await host.PlanAsync(Plans.All)).Items.ShouldBeEmpty();
        var item = (await host.PlanAsync(Plans.All with { Formats = [ActivityFileFormats.Original, ActivityFileFormats.Gpx] })).Items.ShouldHaveSingleItem();

        JsonSerializer.Deserialize<ActivityOrder>(item.Order)!.Formats.ShouldBe([ActivityFileFormats.Gpx]);
    }

    [Fact]
    public async Task A_note_without_a_start_goes_too_once_the_whole_list_has_been_read()
    {
        await using var host = await Plans.StartAsync([Plans.Row(1, daysAgo: 2)]);
        await host.GiveUpAsync("no", """{"activityId":2,"activityName":"Of no day"}""");

        await host.PlanAsync(Plans.All);

        (await host.NotesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_note_goes_when_the_activity_is_synced_or_gone()
    {
        await using var host = await Plans.StartAsync([Plans.Row(1, daysAgo: 2), Plans.Row(3, daysAgo: 5)]);
        await host.GiveUpAsync("no", Plans.Row(1, daysAgo: 2), Plans.Row(2, daysAgo: 3), Plans.Row(3, daysAgo: 5));
        await host.RememberAsync(syncedAt: Plans.Day(-1), Plans.Row(1, daysAgo: 2));

        await host.PlanAsync(Plans.All);

        (await host.NotesAsync()).Select(note => note.GarminActivityId).ShouldBe([3]);
    }

    [Fact]
    public async Task The_note_says_why_and_when_the_next_try_is()
    {
        await using var host = await Plans.StartAsync([]);
        await host.GiveUpAsync("Garmin has lost the file", Plans.Row(1, daysAgo: 2));

        var note = (await host.NotesAsync()).ShouldHaveSingleItem();

        (note.Reason, note.Times, note.NextTryAt - note.GivenUpAt).ShouldBe(("Garmin has lost the file", 1, TimeSpan.FromDays(1)));
    }
}

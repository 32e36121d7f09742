using GarminSync.Consumers.Sync;
using GarminSync.Consumers.Workouts;
using GarminSync.Contracts;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Workouts;

public sealed class When_a_workout_is_taken_back
{
    private static readonly DateOnly Day = new(2026, 12, 31);

    [Fact]
    public async Task It_leaves_the_calendar_and_then_Garmin_and_the_ledger_says_so()
    {
        await using var host = await WorkoutHost.StartAsync();
        var sent = await host.UploadedAsync(on: Day);
        IdentifiedEvent? told = null;

        var calls = await host.Garmin.CallsAsync(async () => told = await host.RemoveAsync());

        calls.ShouldBe("1 DELETE /workout/schedule/{id}, 1 DELETE /workout/workout/{id}");
        (await host.Garmin.WorkoutsAsync()).ShouldBeEmpty();
        (await host.Garmin.DaysAsync(Day)).ShouldBeEmpty();
        told!.Event.ShouldBeOfType<WorkoutRemoved>().GarminWorkoutId.ShouldBe(sent.GarminWorkoutId);
        (await host.LedgerAsync())!.ToStatus().ShouldSatisfyAllConditions(
            status => status.State.ShouldBe(WorkoutStates.Removed),
            status => status.GarminWorkoutId.ShouldBeNull(),
            status => status.ScheduledOn.ShouldBeNull(),
            status => status.RemovedAt.ShouldNotBeNull());
    }

    [Fact]
    public async Task Once_more_asks_nothing_and_tells_nothing()
    {
        await using var host = await WorkoutHost.StartAsync();
        await host.UploadedAsync();
        await host.RemoveAsync();

        var calls = await host.Garmin.CallsAsync(async () => (await host.RemoveAsync()).ShouldBeNull());

        calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_is_gone_at_Garmin_already_is_taken_back()
    {
        await using var host = await WorkoutHost.StartAsync();
        var sent = await host.UploadedAsync(on: Day);
        using var deleted = await host.Garmin.Http.DeleteAsync(new Uri($"workout-service/workout/{sent.GarminWorkoutId}", UriKind.Relative), TestContext.Current.CancellationToken);

        (await host.RemoveAsync()).ShouldNotBeNull();

        (await host.LedgerAsync())!.State.ShouldBe(UploadedWorkoutState.Removed);
    }

    [Fact]
    public async Task A_process_that_dies_after_it_leaves_nothing_but_to_say_so()
    {
        await using var host = await WorkoutHost.StartAsync();
        await host.UploadedAsync(on: Day);
        await host.DieAfterRemovalAsync();
        (await host.LedgerAsync())!.State.ShouldBe(UploadedWorkoutState.Uploaded);

        (await host.RemoveAsync()).ShouldNotBeNull().Event.ShouldBeOfType<WorkoutRemoved>();

        (await host.LedgerAsync())!.State.ShouldBe(UploadedWorkoutState.Removed);
    }

    [Fact]
    public async Task One_whose_upload_was_cut_off_or_whose_ledger_was_lost_is_found_by_its_line()
    {
        await using var host = await WorkoutHost.StartAsync();
        await host.DieAfterUploadAsync();

        (await host.RemoveAsync()).ShouldNotBeNull();
        (await host.Garmin.WorkoutsAsync()).ShouldBeEmpty();

        await host.UploadedAsync();
        await host.LoseLedgerAsync();

        (await host.RemoveAsync()).ShouldNotBeNull();
        (await host.Garmin.WorkoutsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_plan_may_be_gone()
    {
        await using var host = await WorkoutHost.StartAsync();
        await host.UploadedAsync();
        host.Forget("41");

        (await host.RemoveAsync()).ShouldNotBeNull();

        (await host.Garmin.WorkoutsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sent_again_it_is_a_new_workout_and_may_be_taken_back_again()
    {
        await using var host = await WorkoutHost.StartAsync();
        var first = await host.UploadedAsync(on: Day);
        var told = await host.RemoveAsync();

        UploadedWorkout? second = null;
        var calls = await host.Garmin.CallsAsync(async () => second = await host.UploadedAsync());

        calls.ShouldBe("1 POST /workout/workout");
        second!.GarminWorkoutId.ShouldNotBe(first.GarminWorkoutId);
        second.RemovedAt.ShouldBeNull();
        (await host.RemoveAsync()).ShouldNotBeNull().MessageId.ShouldNotBe(told!.MessageId);
    }
}

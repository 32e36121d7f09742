using GarminSync.Consumers.Workouts;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Workouts;

public sealed class When_a_workout_is_scheduled
{
    private static readonly DateOnly Day = new(2027, 1, 31);
    private static readonly DateOnly Later = new(2027, 2, 1);

    [Fact]
    public async Task It_is_in_the_calendar_once()
    {
        await using var host = await WorkoutHost.StartAsync();

        var uploaded = await host.UploadedAsync(on: Day);

        (uploaded.ScheduledOn, uploaded.ScheduleId is null).ShouldBe((Day, false));
        (await host.Garmin.DaysAsync(Day)).ShouldBe(["2027-01-31"]);
    }

    [Fact]
    public async Task The_same_day_again_changes_nothing()
    {
        await using var host = await WorkoutHost.StartAsync();
        await host.UploadedAsync(on: Day);

        var calls = await host.Garmin.CallsAsync(async () => (await host.UploadAsync(on: Day)).ShouldBeOfType<WorkoutUpload.Unchanged>());

        calls.ShouldBe("1 GET /calendar/year/{year}/month/{month}, 1 GET /workout/workout/{id}");
        (await host.Garmin.DaysAsync(Day)).ShouldBe(["2027-01-31"]);
    }

    [Fact]
    public async Task Another_day_moves_it()
    {
        await using var host = await WorkoutHost.StartAsync();
        var first = await host.UploadedAsync(on: Day);

        var second = await host.UploadedAsync(on: Later);

        (second.GarminWorkoutId, second.ScheduledOn, second.Revision).ShouldBe((first.GarminWorkoutId, Later, 2));
        (await host.Garmin.DaysAsync(Day)).ShouldBeEmpty();
        (await host.Garmin.DaysAsync(Later)).ShouldBe(["2027-02-01"]);
    }

    [Fact]
    public async Task It_moves_also_when_the_old_day_is_gone_at_Garmin()
    {
        await using var host = await WorkoutHost.StartAsync();
        var first = await host.UploadedAsync(on: Day);
        using var removed = await host.Garmin.Http.DeleteAsync(new Uri($"workout-service/schedule/{first.ScheduleId}", UriKind.Relative));

        await host.UploadedAsync(on: Later);

        (await host.Garmin.DaysAsync(Later)).ShouldBe(["2027-02-01"]);
    }

    [Fact]
    public async Task A_day_that_was_removed_at_Garmin_is_entered_again_when_it_is_asked_for()
    {
        await using var host = await WorkoutHost.StartAsync();
        var first = await host.UploadedAsync(on: Day);
        using var removed = await host.Garmin.Http.DeleteAsync(new Uri($"workout-service/schedule/{first.ScheduleId}", UriKind.Relative));

        (await host.UploadedAsync(on: Day)).ScheduledOn.ShouldBe(Day);

        (await host.Garmin.DaysAsync(Day)).ShouldBe(["2027-01-31"]);
    }

    [Fact]
    public async Task No_day_leaves_it_where_it_is_also_when_the_plan_has_changed()
    {
        await using var host = await WorkoutHost.StartAsync();
        await host.UploadedAsync(on: Day);
        (await host.UploadAsync()).ShouldBeOfType<WorkoutUpload.Unchanged>();
        host.Store(WorkoutHost.Plan.Replace("Easy", "Long"));

        (await host.UploadedAsync()).ScheduledOn.ShouldBe(Day);

        (await host.Garmin.DaysAsync(Day)).ShouldBe(["2027-01-31"]);
    }

    [Fact]
    public async Task An_entry_that_somebody_else_made_is_taken_as_ours()
    {
        await using var host = await WorkoutHost.StartAsync();
        var first = await host.UploadedAsync();
        using var entered = await host.Garmin.Http.PostAsync(
            new Uri($"workout-service/schedule/{first.GarminWorkoutId}", UriKind.Relative), new StringContent("""{"date":"2027-01-31"}"""));

        await host.UploadedAsync(on: Day);

        (await host.Garmin.DaysAsync(Day)).ShouldBe(["2027-01-31"]);
    }
}

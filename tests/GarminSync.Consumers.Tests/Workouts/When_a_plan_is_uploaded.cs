using System.Text.Json;
using GarminSync.Consumers.Workouts;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Workouts;

public sealed class When_a_plan_is_uploaded
{
    [Fact]
    public async Task It_is_at_Garmin_and_in_the_ledger()
    {
        await using var host = await WorkoutHost.StartAsync();
        UploadedWorkout? uploaded = null;

        var calls = await host.Garmin.CallsAsync(async () => uploaded = await host.UploadedAsync());

        calls.ShouldBe("1 POST /workout/workout");
        var workout = (await host.Garmin.WorkoutsAsync()).ShouldHaveSingleItem();
        workout.GetProperty("workoutId").GetInt64().ShouldBe(uploaded!.GarminWorkoutId!.Value);
        (Text(workout, "workoutName"), Text(workout, "description")).ShouldBe(("Easy run", "FitTrack plan 41"));
        var ledger = await host.LedgerAsync();
        (ledger!.State, ledger.GarminWorkoutId, ledger.Revision).ShouldBe((UploadedWorkoutState.Uploaded, uploaded.GarminWorkoutId, 1));
    }

    [Fact]
    public async Task The_same_again_costs_a_look_and_changes_nothing()
    {
        await using var host = await WorkoutHost.StartAsync();
        await host.UploadedAsync();

        var calls = await host.Garmin.CallsAsync(async () => (await host.UploadAsync()).ShouldBeOfType<WorkoutUpload.Unchanged>());

        calls.ShouldBe("1 GET /workout/workout/{id}");
        (await host.LedgerAsync())!.Revision.ShouldBe(1);
    }

    [Fact]
    public async Task A_changed_one_replaces_the_workout()
    {
        await using var host = await WorkoutHost.StartAsync();
        var first = await host.UploadedAsync();
        host.Store(WorkoutHost.Plan.Replace("Easy", "Long"));
        UploadedWorkout? second = null;

        var calls = await host.Garmin.CallsAsync(async () => second = await host.UploadedAsync());

        calls.ShouldBe("1 PUT /workout/workout/{id}");
        (second!.GarminWorkoutId, second.Revision).ShouldBe((first.GarminWorkoutId, 2));
        second.ToEvent(Guid.Empty).MessageId.ShouldNotBe(first.ToEvent(Guid.Empty).MessageId);
        Text((await host.Garmin.WorkoutsAsync()).ShouldHaveSingleItem(), "workoutName").ShouldBe("Long run");
    }

    [Theory]
    [InlineData("Easy")]
    [InlineData("Long")]
    public async Task One_that_was_deleted_at_Garmin_is_uploaded_anew(string name)
    {
        await using var host = await WorkoutHost.StartAsync();
        var first = await host.UploadedAsync(on: new DateOnly(2026, 12, 1));
        using var deleted = await host.Garmin.Http.DeleteAsync(new Uri($"workout-service/workout/{first.GarminWorkoutId}", UriKind.Relative));
        host.Store(WorkoutHost.Plan.Replace("Easy", name));

        var second = await host.UploadedAsync();

        second.GarminWorkoutId.ShouldNotBe(first.GarminWorkoutId);
        second.ScheduledOn.ShouldBeNull();
        (await host.Garmin.WorkoutsAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_lost_ledger_makes_no_second_workout()
    {
        await using var host = await WorkoutHost.StartAsync();
        var first = await host.UploadedAsync();
        await host.LoseLedgerAsync();

        var second = await host.UploadedAsync(ledgerEmpty: true);

        second.GarminWorkoutId.ShouldBe(first.GarminWorkoutId);
        (await host.Garmin.WorkoutsAsync()).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("the plan is gone")]
    [InlineData("the plan is another user's")]
    public async Task One_that_CentralDB_no_longer_has_is_refused_without_a_call_to_Garmin(string reason)
    {
        await using var host = await WorkoutHost.StartAsync();
        host.Store(WorkoutHost.Plan.Replace("\"user_id\": 7", "\"user_id\": 8"));
        if (reason == "the plan is gone")
        {
            host.Forget("41");
        }

        var calls = await host.Garmin.CallsAsync(async () => (await host.UploadAsync()).ShouldBeOfType<WorkoutUpload.Refused>().Reason.ShouldContain("plan 41"));

        calls.ShouldBeEmpty();
    }

    private static string? Text(JsonElement workout, string name) => workout.GetProperty(name).GetString();
}

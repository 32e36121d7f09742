using GarminConnect.Client;
using GarminSync.Consumers.Workouts;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Workouts;

public sealed class When_an_upload_is_interrupted
{
    private static readonly DateOnly Day = new(2026, 12, 31);

    [Fact]
    public async Task A_workout_that_was_made_before_the_process_died_is_found_again()
    {
        await using var host = await WorkoutHost.StartAsync();
        await host.DieAfterUploadAsync();
        (await host.LedgerAsync())!.ShouldSatisfyAllConditions(row => row.State.ShouldBe(UploadedWorkoutState.Uploading), row => row.GarminWorkoutId.ShouldBeNull());

        await ItIsThereOnceAsync(host);
    }

    [Fact]
    public async Task So_is_one_whose_answer_was_lost()
    {
        await using var host = await WorkoutHost.StartAsync();
        await host.Garmin.FailOnceAsync("POST", "/workout-service/workout", "CutOff");
        await host.FailAsync<GarminUnreachableException>();

        await ItIsThereOnceAsync(host);
    }

    [Fact]
    public async Task One_that_never_reached_Garmin_is_made()
    {
        await using var host = await WorkoutHost.StartAsync();
        await host.Garmin.FailOnceAsync("POST", "/workout-service/workout", "ConnectionReset");
        await host.FailAsync<GarminUnreachableException>();
        (await host.Garmin.WorkoutsAsync()).ShouldBeEmpty();

        await ItIsThereOnceAsync(host);
    }

    [Fact]
    public async Task It_is_not_posted_again_within_one_try()
    {
        await using var host = await WorkoutHost.StartAsync();
        await host.Garmin.FailOnceAsync("POST", "/workout-service/workout", "Status");

        var calls = await host.Garmin.CallsAsync(() => host.FailAsync<GarminUnreachableException>());

        calls.ShouldBe("1 POST /workout/workout");
    }

    [Fact]
    public async Task The_newest_of_several_copies_is_taken()
    {
        await using var host = await WorkoutHost.StartAsync();
        await host.DieAfterUploadAsync();
        await host.LoseLedgerAsync();
        await host.DieAfterUploadAsync();
        var newest = (await host.Garmin.WorkoutsAsync()).Max(workout => workout.GetProperty("workoutId").GetInt64());

        (await host.UploadedAsync()).GarminWorkoutId.ShouldBe(newest);
    }

    [Fact]
    public async Task A_day_that_was_entered_before_the_process_died_is_entered_once()
    {
        await using var host = await WorkoutHost.StartAsync();
        await host.UploadedAsync();
        await host.DieAfterUploadAsync(Day);

        (await host.UploadedAsync(on: Day)).ScheduledOn.ShouldBe(Day);

        (await host.Garmin.DaysAsync(Day)).ShouldBe(["2026-12-31"]);
    }

    [Theory]
    [InlineData("CutOff")]
    [InlineData("ConnectionReset")]
    [InlineData("RateLimited")]
    public async Task A_day_whose_answer_did_not_come_is_entered_once(string fault)
    {
        await using var host = await WorkoutHost.StartAsync();
        await host.Garmin.FailOnceAsync("POST", "/workout-service/schedule/{id}", fault);
        var made = fault == "RateLimited" ? host.FailAsync<GarminRateLimitedException>(Day) : host.FailAsync<GarminUnreachableException>(Day);
        await made;
        (await host.LedgerAsync())!.State.ShouldBe(UploadedWorkoutState.Uploading, "nothing of it was announced");

        await host.UploadedAsync(on: Day);

        (await host.Garmin.WorkoutsAsync()).ShouldHaveSingleItem();
        (await host.Garmin.DaysAsync(Day)).ShouldBe(["2026-12-31"]);
    }

    private static async Task ItIsThereOnceAsync(WorkoutHost host)
    {
        var uploaded = await host.UploadedAsync();

        var workout = (await host.Garmin.WorkoutsAsync()).ShouldHaveSingleItem();
        workout.GetProperty("workoutId").GetInt64().ShouldBe(uploaded.GarminWorkoutId!.Value);
        (await host.LedgerAsync())!.State.ShouldBe(UploadedWorkoutState.Uploaded);
        (await host.UploadAsync()).ShouldBeOfType<WorkoutUpload.Unchanged>();
    }
}

using System.Net;
using System.Text.Json;
using CentralDb.Client;
using FsCheck;
using FsCheck.Fluent;
using GarminSync.Consumers.Workouts;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Workouts;

public sealed class When_any_valid_plan_is_translated
{
    private const double Rounding = 1e-9;

    [Fact]
    public async Task Garmin_takes_it_and_it_is_as_long_as_the_plan()
    {
        await using var garmin = await SimulatedWorkouts.StartAsync();

        // A failure prints the seed; give it to WithReplay to see the same plan again.
        await Task.Run(() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Plans.Valid().ToArbitrary(), plan =>
        {
            SameAtGarminAsync(garmin, plan).GetAwaiter().GetResult();
            return true;
        })));
    }

    private static async Task SameAtGarminAsync(SimulatedWorkouts garmin, WorkoutPlan plan)
    {
        var workout = WorkoutTranslation.Of(plan, plan.Id).ShouldBeOfType<TranslatedWorkout.Translated>().Workout;

        using var answer = await garmin.PostAsync(workout);

        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        var segment = JsonDocument.Parse(text).RootElement.GetProperty("workoutSegments")[0];
        var (wanted, there) = (TotalOf(plan.Steps!), TotalAtGarmin(segment));
        there.Steps.ShouldBe(wanted.Steps);
        there.Seconds.ShouldBe(wanted.Seconds, (wanted.Seconds + 1) * Rounding);
        there.Meters.ShouldBe(wanted.Meters, (wanted.Meters + 1) * Rounding);
        if (workout.EstimatedDurationInSecs is { } estimate)
        {
            ((double)estimate).ShouldBe(wanted.Seconds, 1);
        }
    }

    private static Total TotalOf(IReadOnlyList<WorkoutStep?> steps) => steps.OfType<WorkoutStep>().Aggregate(new Total(0, 0, 0), (total, step) => total + (step switch
    {
        { Steps: { } repeated } => TotalOf(repeated) * step.Times!.Value,
        { Duration: { Type: "time" } time } => new Total(1, time.Value!.Value, 0),
        { Duration: { Type: "distance" } distance } => new Total(1, 0, distance.Value!.Value),
        _ => new Total(1, 0, 0),
    }));

    private static Total TotalAtGarmin(JsonElement parent) => parent.GetProperty("workoutSteps").EnumerateArray().Aggregate(new Total(0, 0, 0), (total, step) =>
        total + step.GetProperty("endCondition").GetProperty("conditionTypeKey").GetString() switch
        {
            "iterations" => TotalAtGarmin(step) * step.GetProperty("numberOfIterations").GetInt32(),
            "time" => new Total(1, step.GetProperty("endConditionValue").GetDouble(), 0),
            "distance" => new Total(1, 0, step.GetProperty("endConditionValue").GetDouble()),
            _ => new Total(1, 0, 0),
        });

    /// <summary>What an athlete does who does the whole of it.</summary>
    private sealed record Total(double Steps, double Seconds, double Meters)
    {
        public static Total operator +(Total one, Total other) => new(one.Steps + other.Steps, one.Seconds + other.Seconds, one.Meters + other.Meters);

        public static Total operator *(Total one, double times) => new(one.Steps * times, one.Seconds * times, one.Meters * times);
    }
}

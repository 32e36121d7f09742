using GarminSync.Consumers.Workouts;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Workouts;

public sealed class What_Garmin_cannot_express(PlanReader plans) : IClassFixture<PlanReader>
{
    private const string Lap = """ "duration": {"type": "lap_button"} """;

    [Theory]
    [InlineData("""{"type": "sprint", "duration": {"type": "lap_button"}}""", "step 1 (sprint): the type must be one of")]
    [InlineData("""{"duration": {"type": "lap_button"}}""", "step 1 (without a type): the type must be one of")]
    [InlineData("null", "step 1 (without a type)")]
    [InlineData("""{"type": "interval"}""", "step 1 (interval): duration.type must be one of")]
    [InlineData("""{"type": "interval", "duration": {"type": "power", "value": 200}}""", "duration.type must be one of")]
    [InlineData("""{"type": "interval", "duration": {"type": "time"}}""", "duration.value must be a number above 0")]
    [InlineData("""{"type": "interval", "duration": {"type": "distance", "value": 0}}""", "duration.value must be a number above 0")]
    [InlineData("""{"type": "interval", "duration": {"type": "calories", "value": -1}}""", "duration.value must be a number above 0")]
    [InlineData("""{"type": "interval", "duration": {"type": "reps", "value": 10}}""", "repetitions are counted in a strength workout only")]
    [InlineData("""{"type": "interval", "duration": {"type": "lap_button"}, "times": 2}""", "times and steps are for the type repeat")]
    [InlineData("""{"type": "repeat", "times": 2}""", "step 1 (repeat): it has no steps to repeat")]
    [InlineData("""{"type": "repeat", "times": 2, "steps": []}""", "step 1 (repeat): it has no steps to repeat")]
    [InlineData("""{"type": "repeat", "times": 2, "steps": [{"type": "rest", "duration": {"type": "lap_button"}}], "duration": {"type": "time", "value": 60}}""", "belong to the steps")]
    public async Task A_step_is_named_that_is_no_step(string step, string reason) => (await RefusalAsync(step)).ShouldContain(reason);

    [Theory]
    [InlineData("0")]
    [InlineData("100")]
    [InlineData("2.5")]
    [InlineData("null")]
    public async Task A_step_is_named_that_repeats_too_often_or_not_at_all(string times) =>
        (await RefusalAsync($$"""{"type": "repeat", "times": {{times}}, "steps": [{"type": "rest", {{Lap}}}]}""")).ShouldBe("step 1 (repeat): times must be a whole number from 1 to 99.");

    [Theory]
    [InlineData("""{"type": "mood"}""", "target.type must be one of")]
    [InlineData("""{"type": "heart_rate_zone", "zone": 6}""", "Garmin's zones for heart_rate_zone are 1 to 5")]
    [InlineData("""{"type": "heart_rate_zone", "zone": 2.5}""", "Garmin's zones")]
    [InlineData("""{"type": "power_zone", "zone": 8}""", "Garmin's zones for power_zone are 1 to 7")]
    [InlineData("""{"type": "power_zone", "low": 100, "high": 200}""", "Garmin's zones")]
    [InlineData("""{"type": "power", "low": 200}""", "wants low and high")]
    [InlineData("""{"type": "power", "low": 200, "high": 100}""", "target.low must not be above target.high")]
    [InlineData("""{"type": "speed", "low": 0, "high": 3}""", "wants low and high, both numbers above 0")]
    [InlineData("""{"type": "pace", "low": 300}""", "wants low and high")]
    public async Task A_step_is_named_whose_target_cannot_be(string target, string reason)
    {
        var refusal = await RefusalAsync($$"""{"type": "interval", {{Lap}}, "target": {{target}}}""");

        refusal.ShouldStartWith("step 1 (interval): ");
        refusal.ShouldContain(reason);
    }

    [Theory]
    [InlineData("running", """ "stroke": "freestyle" """, "stroke is for swimming")]
    [InlineData("swimming", """ "stroke": "doggy" """, "stroke is for swimming, and one of any, freestyle")]
    [InlineData("running", """ "exercise": {"category": "ROW"} """, "exercise and weight are for strength workouts")]
    [InlineData("cycling", """ "weight": 10 """, "exercise and weight are for strength workouts")]
    [InlineData("strength", """ "exercise": {"name": "BARBELL_ROW"} """, "exercise wants a category")]
    [InlineData("strength", """ "exercise": {"category": "Barbell row"} """, "exercise wants a category")]
    [InlineData("strength", """ "weight": -5 """, "weight must be a number of kilograms above 0")]
    [InlineData("strength", """ "target": {"type": "pace", "low": 300, "high": 320} """, "a strength workout has no target of the type pace")]
    public async Task A_step_is_named_that_has_what_its_sport_has_not(string sport, string field, string reason) =>
        (await RefusalAsync($$"""{"type": "interval", {{Lap}}, {{field}}}""", sport)).ShouldContain(reason);

    [Fact]
    public async Task A_nested_step_is_named_by_its_path()
    {
        var inner = """{"type": "repeat", "times": 2, "steps": [{"type": "rest", "duration": {"type": "lap_button"}}, {"type": "interval", "duration": {"type": "reps", "value": 3}}]}""";

        (await RefusalAsync($$"""{"type": "warmup", {{Lap}}}, {"type": "repeat", "times": 3, "steps": [{{inner}}]}""")).ShouldStartWith("step 2.1.2 (interval): repetitions");
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_but_not_without_end()
    {
        var reason = await RefusalAsync(string.Join(',', Enumerable.Repeat("""{"type": "x"}""", 8)));

        reason.ShouldContain("step 1 (x)");
        reason.ShouldContain("step 5 (x)");
        reason.ShouldEndWith("; and 3 more.");
    }

    [Theory]
    [InlineData("""{"id": "1", "name": " ", "sport": "running", "steps": [{"type": "rest", "duration": {"type": "lap_button"}}]}""", "the plan has no name.")]
    [InlineData("""{"id": "1", "name": "x", "sport": "chess", "steps": []}""", "the plan's sport is 'chess'; known are running")]
    [InlineData("""{"id": "1", "name": "x", "sport": "running", "steps": []}""", "the plan has no steps.")]
    [InlineData("""{"id": "1", "name": "x", "sport": "running"}""", "the plan has no steps.")]
    [InlineData("""{"id": "1", "name": "x", "sport": "running", "pool_length": 25, "steps": [{"type": "rest", "duration": {"type": "lap_button"}}]}""", "pool_length, which running has not")]
    [InlineData("""{"id": "1", "name": "x", "sport": "swimming", "pool_length": 0, "steps": [{"type": "rest", "duration": {"type": "lap_button"}}]}""", "pool_length must be")]
    public async Task So_is_what_is_wrong_with_the_plan_itself(string plan, string reason) => (await RefusalOfAsync(plan)).ShouldContain(reason);

    private Task<string> RefusalAsync(string steps, string sport = "running") => RefusalOfAsync($$"""{"id": "1", "name": "x", "sport": "{{sport}}", "steps": [{{steps}}]}""");

    private async Task<string> RefusalOfAsync(string json) =>
        WorkoutTranslation.Of(await plans.ReadAsync(json), "1").ShouldBeOfType<TranslatedWorkout.Refused>().Reason;
}

using System.Net;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Workouts;

public class When_a_workout_is_made
{
    [Fact]
    public async Task It_is_answered_whole_with_ids_keys_and_nulls()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        var made = await api.CreateAsync();

        made.WorkoutId().ShouldBePositive();
        made.Text("workoutName").ShouldBe("6 x 400 m");
        var steps = made.GetProperty("workoutSegments")[0].GetProperty("workoutSteps");
        steps[1].GetProperty("stepType").Text("stepTypeKey").ShouldBe("repeat");
        var run = steps[1].GetProperty("workoutSteps")[0];
        run.GetProperty("stepId").GetInt64().ShouldBeGreaterThan(int.MaxValue);
        run.GetProperty("endCondition").Text("conditionTypeKey").ShouldBe("distance");
        run.GetProperty("strokeType").Text("strokeTypeKey").ShouldBeNull();
        run.Text("exerciseName").ShouldBeNull();
        (await api.GetJsonAsync($"{SomeWorkout.Path}/{made.WorkoutId()}")).GetRawText().ShouldBe(made.GetRawText());
    }

    [Fact]
    public async Task It_is_listed_newest_first_and_in_pages()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var ids = new List<long>();
        for (var i = 0; i < 3; i++)
        {
            ids.Insert(0, (await api.CreateAsync()).WorkoutId());
        }

        var first = await api.GetJsonAsync("workout-service/workouts?start=0&limit=2");
        var second = await api.GetJsonAsync("workout-service/workouts?start=2&limit=2&orderBy=UPDATE_DATE");
        var end = await api.GetJsonAsync("workout-service/workouts?start=4&limit=2");

        first.EnumerateArray().Concat(second.EnumerateArray()).Select(row => row.WorkoutId()).ShouldBe(ids);
        end.GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("PUT", null)]
    [InlineData("POST", "PUT")]
    public async Task It_is_replaced_as_a_whole_and_its_days_stay(string method, string? methodOverride)
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var id = (await api.CreateAsync()).WorkoutId();
        await api.ScheduleAsync(id, "2026-06-20");
        var changed = SomeWorkout.Intervals();
        changed["workoutId"] = id;
        changed["workoutName"] = "Other";
        if (methodOverride is not null)
        {
            api.DefaultRequestHeaders.Add("X-Http-Method-Override", methodOverride);
        }

        using var answer = await api.SendAsync(new HttpMethod(method), $"{SomeWorkout.Path}/{id}", changed);

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await api.GetJsonAsync($"{SomeWorkout.Path}/{id}")).Text("workoutName").ShouldBe("Other");
        (await api.GetJsonAsync("calendar-service/year/2026/month/5")).GetProperty("calendarItems")[0].Text("title").ShouldBe("Other");
    }

    [Fact]
    public async Task What_was_answered_is_taken_back()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var made = await api.CreateAsync();

        using var answer = await api.SendAsync(HttpMethod.Put, $"{SomeWorkout.Path}/{made.WorkoutId()}", made.GetRawText());

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent, await answer.TextAsync());
    }

    [Fact]
    public async Task Another_athlete_does_not_see_it()
    {
        await using var simulator = await TestSimulator.StartAsync(options => options.Athletes.Add(new() { Email = "other@example.com", Activities = 1 }));
        using var api = await simulator.SignInAsync();
        using var other = await simulator.SignInAsync("other@example.com");
        var id = (await api.CreateAsync()).WorkoutId();

        (await other.GetJsonAsync("workout-service/workouts")).GetArrayLength().ShouldBe(0);
        using var answer = await other.GetAsync($"{SomeWorkout.Path}/{id}", TestSimulator.Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_requests_are_counted_by_their_template()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var id = (await api.CreateAsync()).WorkoutId();
        await api.GetJsonAsync($"{SomeWorkout.Path}/{id}");
        await api.GetJsonAsync($"{SomeWorkout.Path}/{id}");

        (await simulator.CountAsync("GET /workout-service/workout/{id}")).ShouldBe(2);
        (await simulator.CountAsync("POST /workout-service/workout")).ShouldBe(1);
    }

    [Fact]
    public async Task The_tables_of_ids_can_be_read()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        var types = await api.GetJsonAsync("workout-service/workout/types");

        types.GetProperty("workoutStepTypes").EnumerateArray().Single(row => row.GetProperty("stepTypeId").GetInt32() == 4).Text("stepTypeKey").ShouldBe("recovery");
    }
}

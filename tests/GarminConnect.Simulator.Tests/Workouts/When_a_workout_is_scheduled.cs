using System.Net;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Workouts;

public class When_a_workout_is_scheduled
{
    [Fact]
    public async Task It_is_in_the_month_which_counts_from_0_and_in_the_week()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var id = (await api.CreateAsync()).WorkoutId();

        var entry = await api.ScheduleAsync(id, "2026-12-01");

        var december = await api.GetJsonAsync("calendar-service/year/2026/month/11");
        (december.GetProperty("month").GetInt32(), december.GetProperty("numOfDaysInMonth").GetInt32(), december.GetProperty("numOfDaysInPrevMonth").GetInt32()).ShouldBe((11, 31, 30));
        var item = Items(december).ShouldHaveSingleItem();
        (item.GetProperty("id").GetInt64(), item.WorkoutId(), item.Text("date"), item.Text("itemType"), item.Text("sportTypeKey")).ShouldBe((entry, id, "2026-12-01", "workout", "running"));
        Items(await api.GetJsonAsync("calendar-service/year/2026/month/10")).ShouldBeEmpty();
        var week = await api.GetJsonAsync("calendar-service/year/2026/month/10/day/30/start/1");
        (week.Text("startDate"), week.Text("endDate"), Items(week).Count).ShouldBe(("2026-11-30", "2026-12-06", 1));
    }

    [Fact]
    public async Task Twice_the_same_makes_two_entries()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var id = (await api.CreateAsync()).WorkoutId();

        var first = await api.ScheduleAsync(id, "2026-12-01");
        var second = await api.ScheduleAsync(id, "2026-12-01");

        second.ShouldNotBe(first);
        Items(await api.GetJsonAsync("calendar-service/year/2026/month/11")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_entry_is_read_and_removed_and_the_workout_stays()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var id = (await api.CreateAsync()).WorkoutId();
        var entry = await api.ScheduleAsync(id, "2026-12-01");
        var path = $"workout-service/schedule/{entry}";

        var read = await api.GetJsonAsync(path);
        using var removed = await api.DeleteAsync(path, TestSimulator.Cancel);
        using var again = await api.DeleteAsync(path, TestSimulator.Cancel);

        (read.Text("calendarDate"), read.GetProperty("workout").WorkoutId()).ShouldBe(("2026-12-01", id));
        (removed.StatusCode, again.StatusCode).ShouldBe((HttpStatusCode.NoContent, HttpStatusCode.NotFound));
        (await api.GetJsonAsync($"{SomeWorkout.Path}/{id}")).WorkoutId().ShouldBe(id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_deleted_workout_takes_its_days_along(bool byAdmin)
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var id = (await api.CreateAsync()).WorkoutId();
        var entry = await api.ScheduleAsync(id, "2026-12-01");

        using var deleted = await api.DeleteAsync(byAdmin ? $"admin/workouts/{id}" : $"{SomeWorkout.Path}/{id}", TestSimulator.Cancel);

        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Items(await api.GetJsonAsync("calendar-service/year/2026/month/11")).ShouldBeEmpty();
        using var read = await api.GetAsync($"workout-service/schedule/{entry}", TestSimulator.Cancel);
        read.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("{\"date\":\"2026-02-30\"}", 400)]
    [InlineData("{\"date\":\"1.12.2026\"}", 400)]
    [InlineData("{}", 400)]
    [InlineData("2026-12-01", 400)]
    public async Task A_day_that_is_none_is_refused(string body, int status)
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var id = (await api.CreateAsync()).WorkoutId();

        using var answer = await api.SendAsync(HttpMethod.Post, $"workout-service/schedule/{id}", body);

        ((int)answer.StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData("calendar-service/year/2026/month/12", 400)]
    [InlineData("calendar-service/year/2026/month/1/day/30/start/1", 400)]
    [InlineData("workout-service/schedule/7", 404)]
    public async Task What_does_not_exist_is_not_shown(string path, int status)
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        using var answer = await api.GetAsync(path, TestSimulator.Cancel);

        ((int)answer.StatusCode).ShouldBe(status);
    }

    private static List<JsonElement> Items(JsonElement calendar) => [.. calendar.GetProperty("calendarItems").EnumerateArray()];
}

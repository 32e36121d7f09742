using System.Net;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Health;

public class When_any_question_is_asked
{
    [Theory]
    [InlineData("2026-06-14")]
    [InlineData("2026-06-15")]
    [InlineData("2026-12-31")]
    [InlineData("2010-01-01")]
    public async Task It_is_answered_about_past_and_future_days(string day)
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var name = await api.DisplayNameAsync();

        foreach (var path in HealthPaths.OfDay(name, day).Concat(HealthPaths.OfRange(name, day, day).Select(range => range.Path)).Concat(HealthPaths.WithoutDates(name)))
        {
            await AnsweredAsync(api, path);
        }
    }

    [Theory]
    [InlineData("Band")]
    [InlineData("None")]
    public async Task It_is_answered_for_any_device(string device)
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.NewAthleteAsync("x@example.com", new { device });
        var name = await api.DisplayNameAsync();

        foreach (var path in HealthPaths.OfDay(name, "2026-06-14").Concat(HealthPaths.OfRange(name, "2026-05-20", "2026-06-14").Select(range => range.Path)).Concat(HealthPaths.WithoutDates(name)))
        {
            await AnsweredAsync(api, path);
        }
    }

    [Fact]
    public async Task It_needs_a_token()
    {
        await using var simulator = await TestSimulator.StartAsync();

        foreach (var path in HealthPaths.OfDay("someone", "2026-06-14").Concat(HealthPaths.WithoutDates("someone")))
        {
            using var answer = await simulator.Http.GetAsync(path, TestSimulator.Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, path);
        }
    }

    [Fact]
    public async Task Another_athletes_name_is_forbidden_and_an_empty_one_is_the_callers()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        foreach (var path in HealthPaths.OfDay("someone", "2026-06-14").Where(path => path.Contains("someone")))
        {
            using var answer = await api.GetAsync(path, TestSimulator.Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        (await api.SummaryAsync("2026-06-14")).Int("totalSteps").ShouldBe(simulator.Day("2026-06-14").Movement!.Steps);
    }

    [Fact]
    public async Task It_is_counted_under_its_name_without_parameters()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        await AnsweredAsync(api, "usersummary-service/stats/steps/daily/2026-06-01/2026-06-14");
        await AnsweredAsync(api, "usersummary-service/usersummary/daily/?calendarDate=2026-06-14");

        (await simulator.CountAsync("GET /usersummary-service/stats/steps/daily/{from}/{to}", TestSimulator.Athlete)).ShouldBe(1);
        (await simulator.CountAsync("GET /usersummary-service/usersummary/daily/{displayName}", TestSimulator.Athlete)).ShouldBe(1);
    }

    private static async Task AnsweredAsync(HttpClient api, string path)
    {
        using var answer = await api.GetAsync(path, TestSimulator.Cancel);
        answer.StatusCode.ShouldBeOneOf([HttpStatusCode.OK, HttpStatusCode.NoContent], $"{path}: {await answer.TextAsync()}");
        if (answer.StatusCode == HttpStatusCode.OK)
        {
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json", path);
            await answer.ReadAsync();
        }
    }
}

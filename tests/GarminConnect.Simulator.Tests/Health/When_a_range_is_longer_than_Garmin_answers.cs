using System.Net;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Health;

public class When_a_range_is_longer_than_Garmin_answers
{
    [Fact]
    public async Task The_longest_range_is_answered_and_a_day_more_is_refused()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var name = await api.DisplayNameAsync();
        var last = new DateOnly(2026, 6, 14);

        foreach (var (_, cap, index) in HealthPaths.OfRange(name, "", "").Select((range, index) => (range.Path, range.Cap, index)))
        {
            (await StatusAsync(index, cap ?? 365)).ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NoContent);
            if (cap is { } longest)
            {
                (await StatusAsync(index, longest + 1)).ShouldBe(HttpStatusCode.BadRequest);
            }
        }

        async Task<HttpStatusCode> StatusAsync(int index, int days)
        {
            var path = HealthPaths.OfRange(name, $"{last.AddDays(1 - days):yyyy-MM-dd}", $"{last:yyyy-MM-dd}").ElementAt(index).Path;
            using var answer = await api.GetAsync(path, TestSimulator.Cancel);
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("usersummary-service/stats/steps/daily/2026-06-14/2026-06-13")]
    [InlineData("usersummary-service/stats/steps/daily/2026-06-14/yesterday")]
    [InlineData("wellness-service/wellness/dailyStress/2026-6-1")]
    [InlineData("usersummary-service/stats/steps/weekly/2026-06-14/53")]
    [InlineData("usersummary-service/usersummary/daily/")]
    public async Task An_impossible_one_is_refused(string path)
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        using var answer = await api.GetAsync(path, TestSimulator.Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.ReadAsync()).Text("error").ShouldBe("BadRequestException");
    }
}

using System.Net;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Faults;

public class When_logins_are_hindered
{
    private const string Login = "/mobile/api/login";

    [Fact]
    public async Task Every_try_during_a_block_starts_it_anew_and_is_counted()
    {
        await using var simulator = await TestSimulator.StartAsync();
        await simulator.AddFaultAsync(new { match = new { endpoint = Login, account = TestSimulator.Athlete }, kind = "LoginBlocked", blockMinutes = 60 });

        (await TryAsync(simulator)).ShouldBe(HttpStatusCode.TooManyRequests);
        simulator.Clock.Advance(TimeSpan.FromMinutes(59));
        (await TryAsync(simulator)).ShouldBe(HttpStatusCode.TooManyRequests);
        simulator.Clock.Advance(TimeSpan.FromMinutes(59));
        (await TryAsync(simulator)).ShouldBe(HttpStatusCode.TooManyRequests);
        simulator.Clock.Advance(TimeSpan.FromMinutes(60));
        (await TryAsync(simulator)).ShouldBe(HttpStatusCode.OK);

        var faults = await simulator.Http.GetJsonAsync("admin/faults");
        faults[0].GetProperty("hits").GetInt32().ShouldBe(3);
        (await simulator.CountAsync($"POST {Login}", TestSimulator.Athlete)).ShouldBe(4);
    }

    [Fact]
    public async Task Another_account_is_not_blocked()
    {
        await using var simulator = await TestSimulator.StartAsync();
        await simulator.AddFaultAsync(new { match = new { endpoint = Login, account = "other@example.com" }, kind = "LoginBlocked" });

        (await TryAsync(simulator)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Captcha", 200, "application/json")]
    [InlineData("RateLimitedJson", 200, "application/json")]
    [InlineData("NotJson", 200, "text/html")]
    [InlineData("Blocked", 403, "text/html")]
    [InlineData("BotChallenge", 427, null)]
    public async Task The_edge_answers_in_its_many_ways(string kind, int status, string? contentType)
    {
        await using var simulator = await TestSimulator.StartAsync();
        await simulator.AddFaultAsync(new { match = new { endpoint = Login }, kind });

        using var answer = await simulator.Http.LoginAsync(TestSimulator.Athlete);

        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe(contentType);
    }

    private static async Task<HttpStatusCode> TryAsync(TestSimulator simulator)
    {
        using var answer = await simulator.Http.LoginAsync(TestSimulator.Athlete);
        return answer.StatusCode;
    }
}

using System.Net;
using System.Text;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Faults;

public class When_a_fault_is_set
{
    private const string List = "/activitylist-service/activities/search/activities";

    [Fact]
    public async Task It_hits_as_often_as_it_says_and_then_no_more()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        await simulator.AddFaultAsync(new { match = new { endpoint = List }, kind = "Status", status = 502, skip = 1, times = 2 });

        (await StatusesAsync(api, 5)).ShouldBe([200, 502, 502, 200, 200]);
    }

    [Fact]
    public async Task It_ends_by_itself_after_as_many_seconds_as_it_says()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        await simulator.AddFaultAsync(new { match = new { endpoint = "/*" }, kind = "Blocked", durationSeconds = 600 });

        (await StatusesAsync(api, 2)).ShouldBe([403, 403]);
        simulator.Clock.Advance(TimeSpan.FromSeconds(600));
        (await StatusesAsync(api, 1)).ShouldBe([200]);
    }

    [Fact]
    public async Task It_hits_one_account_and_spares_the_others()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        await simulator.AddFaultAsync(new { match = new { endpoint = "/activitylist-service/*", account = "other@example.com" }, kind = "Status" });
        await simulator.AddFaultAsync(new { match = new { endpoint = "/userprofile-service/*", account = TestSimulator.Athlete }, kind = "Status" });

        using var spared = await api.GetAsync(List, TestSimulator.Cancel);
        using var hit = await api.GetAsync("userprofile-service/socialProfile", TestSimulator.Cancel);

        spared.StatusCode.ShouldBe(HttpStatusCode.OK);
        hit.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Chance_follows_the_seed()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var fault = new { match = new { endpoint = List }, kind = "Status", status = 500, probability = 0.5, seed = 42 };

        await simulator.AddFaultAsync(fault);
        var first = await StatusesAsync(api, 20);
        using var cleared = await simulator.Http.DeleteAsync("admin/faults", TestSimulator.Cancel);
        await simulator.AddFaultAsync(fault);
        var second = await StatusesAsync(api, 20);

        first.ShouldBe(second);
        first.ShouldContain(200);
        first.ShouldContain(500);
    }

    [Fact]
    public async Task A_rate_limit_comes_with_or_without_a_time_to_wait()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        await simulator.AddFaultAsync(new { match = new { endpoint = List }, kind = "RateLimited", times = 1, retryAfterSeconds = 30 });
        await simulator.AddFaultAsync(new { match = new { endpoint = List }, kind = "RateLimited", times = 1 });

        using var with = await api.GetAsync(List, TestSimulator.Cancel);
        using var without = await api.GetAsync(List, TestSimulator.Cancel);

        with.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        with.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(30));
        without.Headers.RetryAfter.ShouldBeNull();
        without.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    [Fact]
    public async Task A_reset_connection_gives_no_answer()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        await simulator.AddFaultAsync(new { match = new { endpoint = List }, kind = "ConnectionReset", times = 1 });

        await Should.ThrowAsync<HttpRequestException>(() => api.GetAsync(List, TestSimulator.Cancel));

        using var next = await api.GetAsync(List, TestSimulator.Cancel);
        next.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_delay_lasts_on_the_clock()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        await simulator.AddFaultAsync(new { match = new { endpoint = List }, kind = "Latency", delayMilliseconds = 60_000 });

        var pending = api.GetAsync(List, TestSimulator.Cancel);
        await GarminSync.Testing.Eventually.Is(() => simulator.Clock.WaitingTimers > 0, cancellationToken: TestSimulator.Cancel);
        pending.IsCompleted.ShouldBeFalse();
        simulator.Clock.Advance(TimeSpan.FromMinutes(1));

        using var answer = await pending;
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_refused_token_is_good_again_at_the_next_request()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        await simulator.AddFaultAsync(new { match = new { endpoint = List }, kind = "Unauthorized", times = 1 });

        using var answer = await api.GetAsync(List, TestSimulator.Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer error=\"invalid_token\", error_description=\"Token is not active\"");
        (await StatusesAsync(api, 1)).ShouldBe([200]);
    }

    [Theory]
    [InlineData("""{"kind":"Status"}""", 422, "match.endpoint is needed")]
    [InlineData("""{"match":{"endpoint":"/x"},"times":0}""", 422, "times must be at least 1")]
    [InlineData("""{"match":{"endpoint":"/x"},"kind":"Earthquake"}""", 400, "kind")]
    public async Task One_that_makes_no_sense_is_refused_with_the_reason(string body, int status, string reason)
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await simulator.Http.PostAsync("admin/faults", content, TestSimulator.Cancel);

        ((int)answer.StatusCode).ShouldBe(status);
        (await answer.ReadAsync()).Text("detail")!.ShouldContain(reason);
    }

    private static async Task<List<int>> StatusesAsync(HttpClient api, int times)
    {
        var statuses = new List<int>();
        for (var i = 0; i < times; i++)
        {
            using var answer = await api.GetAsync(List + "?limit=1", TestSimulator.Cancel);
            statuses.Add((int)answer.StatusCode);
        }

        return statuses;
    }
}

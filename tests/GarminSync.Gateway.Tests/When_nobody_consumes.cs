using System.Diagnostics;
using System.Net;
using GarminSync.Contracts;

namespace GarminSync.Gateway.Tests;

public sealed class When_nobody_consumes
{
    [Theory]
    [InlineData("/api/garmin/login", """{"username": "a", "password": "b"}""")]
    [InlineData("/api/garmin/login/mfa", """{"login_id": "a", "code": "b"}""")]
    [InlineData("/api/garmin/sync", "{}")]
    public async Task It_says_so_within_seconds(string path, string body)
    {
        await using var gateway = await GatewayHost.StartAsync(consumers: null);
        var started = Stopwatch.GetTimestamp();

        using var answer = await gateway.Client.PostJsonAsync(path, body);

        answer.StatusCode.ShouldBe(HttpStatusCode.GatewayTimeout);
        (await answer.DetailAsync()).ShouldContain("GarminSync consumers");
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_consumer_that_fails_is_not_blamed_on_the_caller()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers { Jobs = _ => throw new InvalidOperationException("secret of the consumers") });

        using var answer = await gateway.Client.GetAsync(new Uri("/api/garmin/sync/jobs", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await answer.DetailAsync()).ShouldContain("consumers failed");
        (await answer.TextAsync()).ShouldNotContain("secret of the consumers");
    }

    [Fact]
    public async Task Ten_callers_that_poll_each_get_the_status_quickly()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers { AboutJob = _ => StubConsumers.Job(SyncJobStates.Fetching) });
        var status = new Uri("/api/garmin/sync/status", UriKind.Relative);
        await gateway.Client.GetStringAsync(status, TestContext.Current.CancellationToken);
        var started = Stopwatch.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => gateway.Client.GetStringAsync(status, TestContext.Current.CancellationToken)));

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(5), "100 calls, ten seconds' worth of ten callers");
    }
}

namespace GarminSync.Gateway.Tests.Access;

public sealed class When_any_call_is_answered
{
    [Fact]
    public async Task Every_route_has_the_headers_that_browsers_heed()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        foreach (var (method, pattern) in Routes.Of(gateway))
        {
            using var call = Routes.Call(method, pattern, "7", StubConsumers.JobId.ToString());
            using var answer = await gateway.Client.SendAsync(call, TestContext.Current.CancellationToken);

            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"], pattern);
            answer.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"], pattern);
            answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"], pattern);
            answer.Headers.Server.ShouldBeEmpty();
            if (pattern.StartsWith("/api", StringComparison.Ordinal))
            {
                answer.Headers.CacheControl!.NoStore.ShouldBeTrue(pattern);
                answer.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; frame-ancestors 'none'"], pattern);
            }
        }
    }

    [Fact]
    public async Task Every_route_that_takes_a_body_refuses_a_large_one()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        foreach (var (method, pattern) in Routes.Of(gateway).Where(route => route.Method is "POST" or "PUT"))
        {
            using var call = Routes.Call(method, pattern, "7", StubConsumers.JobId.ToString());
            call.Content = HttpAnswers.Json($$"""{"x": "{{new string('x', 80 * 1024)}}"}""");
            using var answer = await gateway.Client.SendAsync(call, TestContext.Current.CancellationToken);

            if (!pattern.EndsWith("/requeue", StringComparison.Ordinal)) // takes none
            {
                ((int)answer.StatusCode).ShouldBe(413, $"{method} {pattern}");
            }
        }
    }
}

using System.Net;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.Extensions.Options;

namespace GarminSync.Gateway.Tests.Access;

public sealed class When_logins_come_too_often
{
    private const string Login = "/api/garmin/login";

    [Fact]
    public async Task An_account_is_shut_out_whatever_the_case_of_its_name_and_the_others_are_not()
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers, "--Gateway:Login:AttemptsPerAccount=2");
        (await TryAsync(gateway, "athlete@example.com")).ShouldBe(HttpStatusCode.OK);
        (await TryAsync(gateway, "ATHLETE@example.com")).ShouldBe(HttpStatusCode.OK);

        using var third = await gateway.Client.PostJsonAsync(Login, Body(" Athlete@Example.com "));

        third.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        third.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        (await third.TextAsync()).ShouldBe("""{"detail": "Rate limit exceeded. Please try again later."}""");
        (await TryAsync(gateway, "other@example.com")).ShouldBe(HttpStatusCode.OK);
        consumers.Received<LinkGarminAccount>().Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_address_is_shut_out_whatever_account_it_tries_and_in_whichever_way()
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers, "--Gateway:Login:AttemptsPerAddress=3");
        (await TryAsync(gateway, "1@example.com")).ShouldBe(HttpStatusCode.OK);
        (await TryAsync(gateway, "2@example.com")).ShouldBe(HttpStatusCode.OK);
        using var ticket = await gateway.Client.PostJsonAsync("/api/garmin/login/ticket", """{"service_ticket": "ST-1"}""");
        ticket.StatusCode.ShouldBe(HttpStatusCode.OK);

        (await TryAsync(gateway, "4@example.com")).ShouldBe(HttpStatusCode.TooManyRequests);
        using var code = await gateway.Client.PostJsonAsync("/api/garmin/login/mfa", """{"login_id": "1", "code": "1"}""");
        code.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Codes_for_one_login_are_limited()
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers, "--Gateway:Login:AttemptsPerAccount=2");

        var answers = new List<HttpStatusCode>();
        foreach (var code in new[] { "1", "2", "3" })
        {
            using var answer = await gateway.Client.PostJsonAsync("/api/garmin/login/mfa", $$"""{"login_id": "a", "code": "{{code}}"}""");
            answers.Add(answer.StatusCode);
        }

        answers.ShouldBe([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests]);
    }

    [Fact]
    public async Task The_wait_ends()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers(), "--Gateway:Login:AttemptsPerAccount=1", "--Gateway:Login:Window=00:00:01");
        (await TryAsync(gateway, "athlete@example.com")).ShouldBe(HttpStatusCode.OK);

        await Eventually.Is(async () => await TryAsync(gateway, "athlete@example.com") == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_forwarded_address_is_believed_from_a_trusted_proxy()
    {
        await using var gateway = await GatewayHost.StartAsync(
            new StubConsumers(), "--Gateway:Auth:Mode=External", "--Gateway:Login:AttemptsPerAddress=1", "--Gateway:Proxies:Trusted:0=127.0.0.0/8");

        (await TryAsync(gateway, "1@example.com", "192.0.2.1")).ShouldBe(HttpStatusCode.OK);
        (await TryAsync(gateway, "2@example.com", "192.0.2.2")).ShouldBe(HttpStatusCode.OK);
        (await TryAsync(gateway, "3@example.com", "192.0.2.1")).ShouldBe(HttpStatusCode.TooManyRequests);

        // What a caller writes there himself stands before what the proxy adds.
        (await TryAsync(gateway, "4@example.com", "198.51.100.9, 192.0.2.2")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_forwarded_address_is_ignored_when_no_proxy_is_trusted()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers(), "--Gateway:Auth:Mode=External", "--Gateway:Login:AttemptsPerAddress=1");

        (await TryAsync(gateway, "1@example.com", "192.0.2.1")).ShouldBe(HttpStatusCode.OK);
        (await TryAsync(gateway, "2@example.com", "192.0.2.2")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("--Gateway:Login:AttemptsPerAccount=0", "AttemptsPerAccount")]
    [InlineData("--Gateway:Login:AttemptsPerAddress=-1", "AttemptsPerAddress")]
    [InlineData("--Gateway:Login:Window=00:00:00", "Window")]
    [InlineData("--Gateway:Proxies:Trusted:0=proxy.example.com", "proxy.example.com")]
    public async Task An_option_that_makes_no_sense_stops_the_start(string setting, string named)
    {
        var refused = await Should.ThrowAsync<OptionsValidationException>(() => GatewayHost.StartAsync(new StubConsumers(), setting));

        refused.Message.ShouldContain(named);
    }

    private static string Body(string userName) => $$"""{"username": "{{userName}}", "password": "x"}""";

    private static async Task<HttpStatusCode> TryAsync(GatewayHost gateway, string userName, string? forwardedFor = null)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, Login) { Content = HttpAnswers.Json(Body(userName)) };
        if (forwardedFor is not null)
        {
            call.Headers.Add("X-Forwarded-For", forwardedFor);
        }

        using var answer = await gateway.Client.SendAsync(call, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}

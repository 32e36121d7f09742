using System.Net;
using System.Net.Http.Headers;

namespace GarminSync.Gateway.Tests.Access;

public sealed class When_a_call_has_no_valid_token
{
    private static readonly Uri Accounts = new("/api/garmin/accounts", UriKind.Relative);

    private static readonly string[] Open = ["/health/live", "/health/ready", "/openapi/{documentName}.json"];

    [Fact]
    public async Task Every_route_refuses_it_but_those_that_are_meant_to_be_open()
    {
        await using var gateway = await TokenGateway.StartAsync(new StubConsumers());
        var routes = Routes.Of(gateway.Host);
        routes.Count.ShouldBeGreaterThan(20);

        foreach (var (method, pattern) in routes)
        {
            using var call = Routes.Call(method, pattern, "7", StubConsumers.JobId.ToString());
            using var answer = await gateway.Nobody.SendAsync(call, TestContext.Current.CancellationToken);

            if (Open.Contains(pattern))
            {
                ((int)answer.StatusCode).ShouldBeOneOf([200, 503], pattern);
            }
            else
            {
                answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, $"{method} {pattern}");
            }
        }
    }

    [Fact]
    public async Task It_says_what_to_send()
    {
        await using var gateway = await TokenGateway.StartAsync(new StubConsumers());

        using var answer = await gateway.Nobody.GetAsync(Accounts, TestContext.Current.CancellationToken);

        answer.Headers.WwwAuthenticate.ShouldHaveSingleItem().ToString().ShouldBe("Bearer realm=\"garminsync\"");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.DetailAsync()).ShouldContain("Authorization: Bearer");
    }

    [Theory]
    [InlineData("Bearer operator-key-of-the-tests-012345678")]
    [InlineData("Bearer operator-key-of-the-tests-01234567890")]
    [InlineData("Bearer OPERATOR-KEY-OF-THE-TESTS-0123456789")]
    [InlineData("Basic operator-key-of-the-tests-0123456789")]
    [InlineData("operator-key-of-the-tests-0123456789")]
    [InlineData("Bearer")]
    [InlineData("Bearer gst.Nw.AAAA")]
    [InlineData("Bearer gst.Nw.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Bearer gst.!.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Bearer gst..")]
    public async Task Another_token_is_refused(string header)
    {
        await using var gateway = await TokenGateway.StartAsync(new StubConsumers());
        using var call = new HttpRequestMessage(HttpMethod.Get, Accounts);
        call.Headers.TryAddWithoutValidation("Authorization", header).ShouldBeTrue();

        using var answer = await gateway.Nobody.SendAsync(call, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ShouldHaveSingleItem().ToString().ShouldContain("error=\"invalid_token\"");
        (await answer.DetailAsync()).ShouldContain("POST /api/tokens");
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_not_told_from_one_that_is()
    {
        await using var gateway = await TokenGateway.StartAsync(new StubConsumers());

        using var answer = await gateway.Nobody.GetAsync(new Uri("/api/nothing", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task No_token_that_was_sent_is_logged_or_answered()
    {
        await using var gateway = await TokenGateway.StartAsync(new StubConsumers());
        var token = await gateway.TokenOfAsync("7");
        using var user = gateway.ClientWith(token);
        using var stranger = gateway.ClientWith(token + "x");

        using var taken = await user.GetAsync(Accounts, TestContext.Current.CancellationToken);
        using var refused = await stranger.GetAsync(Accounts, TestContext.Current.CancellationToken);

        taken.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await refused.TextAsync()).ShouldNotContain(token[..20]);
        var secret = token[^20..];
        gateway.Host.Log.ShouldAllBe(line => !line.Contains(secret) && !line.Contains(TokenGateway.OperatorKey));
    }

    [Fact]
    public async Task The_operator_key_makes_every_call()
    {
        await using var gateway = await TokenGateway.StartAsync(new StubConsumers());

        foreach (var (method, pattern) in Routes.Of(gateway.Host))
        {
            using var call = Routes.Call(method, pattern, "7", StubConsumers.JobId.ToString());
            using var answer = await gateway.Operator.SendAsync(call, TestContext.Current.CancellationToken);

            answer.StatusCode.ShouldNotBeOneOf([HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden]);
        }
    }

    [Fact]
    public async Task Without_authentication_a_header_for_somebody_else_is_left_alone()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers(), "--Gateway:Auth:Mode=External");
        using var call = new HttpRequestMessage(HttpMethod.Get, Accounts);
        call.Headers.Authorization = new AuthenticationHeaderValue("Basic", "cHJveHk6c2VjcmV0");

        using var answer = await gateway.Client.SendAsync(call, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}

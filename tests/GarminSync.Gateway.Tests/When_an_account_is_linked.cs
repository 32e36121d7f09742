using System.Net;
using GarminSync.Bus.Secrets;
using GarminSync.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace GarminSync.Gateway.Tests;

public sealed class When_an_account_is_linked
{
    private const string Credentials = """{"username": "athlete@example.com", "password": "correct horse battery staple"}""";

    [Fact]
    public async Task It_answers_with_the_bytes_that_callers_compare()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/login", Credentials);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.TextAsync()).ShouldBe("""{"message": "Garmin account linked successfully."}""");
        answer.Content.Headers.ContentType!.ToString().ShouldBe("application/json");
        answer.Content.Headers.ContentLocation!.ToString().ShouldBe("/api/garmin/accounts/7");
    }

    [Fact]
    public async Task It_sends_the_password_sealed_and_logs_it_nowhere()
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers);

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/login", Credentials);

        var link = consumers.Received<LinkGarminAccount>().ShouldHaveSingleItem();
        link.UserName.ShouldBe("athlete@example.com");
        link.SealedPassword.ShouldStartWith("gs2.");
        gateway.Services.GetRequiredService<SecretSealer>().Open(link.SealedPassword, SecretUse.LoginPassword("athlete@example.com")).ShouldBe("correct horse battery staple");
        gateway.Log.ShouldContain(line => line.Contains("POST /api/garmin/login answered 200", StringComparison.Ordinal));
        gateway.Log.ShouldNotContain(line => line.Contains("correct horse", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_answers_wrong_credentials_with_the_bytes_that_callers_compare()
    {
        await using var gateway = await StartAsync(GarminLoginOutcomes.WrongCredentials);

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/login", Credentials);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await answer.TextAsync()).ShouldBe("""{"detail": "Invalid Garmin credentials provided."}""");
        answer.Content.Headers.ContentType!.ToString().ShouldBe("application/json");
    }

    [Fact]
    public async Task It_says_how_to_go_on_when_Garmin_sent_a_code()
    {
        var expires = new DateTimeOffset(2026, 11, 22, 8, 10, 0, TimeSpan.Zero);
        var answered = new GarminLoginAnswered { Outcome = GarminLoginOutcomes.MfaRequired, LoginId = "login-1", MfaMethod = "sms", ExpiresAt = expires };
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers { Login = _ => answered });

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/login", Credentials);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var body = await answer.JsonAsync();
        body.GetProperty("mfa_required").GetBoolean().ShouldBeTrue();
        body.GetProperty("login_id").GetString().ShouldBe("login-1");
        body.GetProperty("method").GetString().ShouldBe("sms");
        body.GetProperty("expires_at").GetDateTimeOffset().ShouldBe(expires);
        body.GetProperty("message").GetString()!.ShouldContain("/api/garmin/login/mfa");
    }

    [Fact]
    public async Task It_says_when_to_come_back_when_Garmin_limits_logins()
    {
        var answered = new GarminLoginAnswered { Outcome = GarminLoginOutcomes.RateLimited, RetryAt = TimeProvider.System.GetUtcNow().AddMinutes(30) };
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers { Login = _ => answered });

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/login", Credentials);

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await answer.TextAsync()).ShouldBe("""{"detail": "Rate limit exceeded. Please try again later."}""");
        answer.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromMinutes(29), TimeSpan.FromMinutes(30));
    }

    [Theory]
    [InlineData(GarminLoginOutcomes.CaptchaRequired, 503, "/api/garmin/login/ticket")]
    [InlineData(GarminLoginOutcomes.CaptchaRequired, 503, "/api/garmin/login/tokens")]
    [InlineData(GarminLoginOutcomes.Blocked, 503, "/api/garmin/login/ticket")]
    [InlineData(GarminLoginOutcomes.Blocked, 503, "/api/garmin/login/tokens")]
    [InlineData(GarminLoginOutcomes.AccountLocked, 403, "locked")]
    [InlineData(GarminLoginOutcomes.WrongCode, 401, "code")]
    [InlineData(GarminLoginOutcomes.UnknownLogin, 404, "Log in again")]
    [InlineData(GarminLoginOutcomes.GarminUnreachable, 502, "Garmin Connect")]
    [InlineData(GarminLoginOutcomes.CentralDbUnreachable, 503, "CentralDB")]
    [InlineData(GarminLoginOutcomes.InvalidSecret, 500, "Secrets:KeyFile")]
    [InlineData("something_newer", 500, "something_newer")]
    public async Task It_says_what_went_wrong_and_what_to_do(string outcome, int status, string partOfDetail)
    {
        await using var gateway = await StartAsync(outcome);

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/login", Credentials);

        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.DetailAsync()).ShouldContain(partOfDetail);
    }

    [Theory]
    [InlineData("/api/garmin/login/mfa", """{"login_id": "1", "code": "123456"}""")]
    [InlineData("/api/garmin/login/ticket", """{"service_ticket": "ST-1", "service_url": "https://connect.garmin.com/app", "email": "a@example.com"}""")]
    [InlineData("/api/garmin/login/ticket", """{"service_ticket": {"serviceTicketId": "ST-1", "responseStatus": {"type": "SUCCESSFUL"}}}""")]
    [InlineData("/api/garmin/login/ticket", """{"service_ticket": {"serviceTicketId": "ST-1", "half of a letter": "\ud800"}}""")]
    [InlineData("/api/garmin/login/tokens", """{"di_token": "a", "di_refresh_token": "b", "di_client_id": "c"}""")]
    public async Task It_answers_each_other_way_in_like_the_login(string path, string body)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        using var answer = await gateway.Client.PostJsonAsync(path, body);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.TextAsync()).ShouldBe("""{"message": "Garmin account linked successfully."}""");
    }

    [Fact]
    public async Task It_seals_codes_tickets_and_tokens_too_each_for_its_own_use()
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers);
        using var mfa = await gateway.Client.PostJsonAsync("/api/garmin/login/mfa", """{"login_id": "1", "code": "123456"}""");
        using var ticket = await gateway.Client.PostJsonAsync("/api/garmin/login/ticket", """{"service_ticket": "ST-1"}""");
        using var tokens = await gateway.Client.PostJsonAsync(
            "/api/garmin/login/tokens", """{"di_token": "a", "di_refresh_token": "b", "di_client_id": "c", "email": "a@example.com"}""");

        var sealer = gateway.Services.GetRequiredService<SecretSealer>();
        sealer.Open(consumers.Received<SubmitMfaCode>()[0].SealedCode, SecretUse.LoginCode("1")).ShouldBe("123456");
        sealer.Open(consumers.Received<RedeemServiceTicket>()[0].SealedTicket, SecretUse.LoginTicket(null)).ShouldBe("ST-1");
        sealer.Open(consumers.Received<ImportGarminTokens>()[0].SealedTokens, SecretUse.LoginTokens("a@example.com")).ShouldBe("""{"di_token":"a","di_refresh_token":"b","di_client_id":"c"}""");
    }

    [Theory]
    [InlineData("123456")]
    [InlineData(" 123 456 ")]
    [InlineData("123-456")]
    [InlineData("12\u201334\u00a056")]
    public async Task It_takes_a_code_as_people_type_it(string typed)
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers);

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/login/mfa", $$"""{"login_id": "1", "code": "{{typed}}"}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var code = consumers.Received<SubmitMfaCode>().ShouldHaveSingleItem().SealedCode;
        gateway.Services.GetRequiredService<SecretSealer>().Open(code, SecretUse.LoginCode("1")).ShouldBe("123456");
    }

    [Fact]
    public async Task It_refuses_a_code_without_a_digit()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/login/mfa", """{"login_id": "1", "code": " - "}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task It_says_where_Garmin_sent_the_code()
    {
        var answered = new GarminLoginAnswered { Outcome = GarminLoginOutcomes.MfaRequired, LoginId = "login-1", Detail = "Garmin wants a code, sent to at*****@example.com." };
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers { Login = _ => answered });

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/login", Credentials);

        (await answer.JsonAsync()).GetProperty("message").GetString().ShouldBe("Garmin wants a code, sent to at*****@example.com.");
    }

    [Fact]
    public async Task It_asks_for_an_email_in_the_form_of_a_missing_field()
    {
        await using var gateway = await StartAsync(GarminLoginOutcomes.EmailNeeded);

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/login/ticket", """{"service_ticket": "ST-1"}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.JsonAsync()).GetProperty("errors").TryGetProperty("email", out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("/api/garmin/login/mfa", """{"login_id": "1"}""", "code")]
    [InlineData("/api/garmin/login/ticket", """{"email": "a@example.com"}""", "service_ticket")]
    [InlineData("/api/garmin/login/tokens", """{"di_token": "a", "di_client_id": "c"}""", "di_refresh_token")]
    public async Task It_names_the_field_that_is_missing_in_each_other_way_in(string path, string body, string field)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        using var answer = await gateway.Client.PostJsonAsync(path, body);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.DetailAsync()).ShouldContain(field);
    }

    [Theory]
    [InlineData("/api/garmin/login/mfa", GarminLoginOutcomes.WrongCode, 401)]
    [InlineData("/api/garmin/login/mfa", GarminLoginOutcomes.UnknownLogin, 404)]
    [InlineData("/api/garmin/login/mfa", GarminLoginOutcomes.RateLimited, 429)]
    [InlineData("/api/garmin/login/ticket", GarminLoginOutcomes.WrongCredentials, 401)]
    [InlineData("/api/garmin/login/tokens", GarminLoginOutcomes.WrongCredentials, 401)]
    [InlineData("/api/garmin/login/tokens", GarminLoginOutcomes.GarminUnreachable, 502)]
    public async Task It_answers_what_goes_wrong_in_each_other_way_in(string path, string outcome, int status)
    {
        var answered = new GarminLoginAnswered { Outcome = outcome, Detail = "because of the test" };
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers { Login = _ => answered });
        const string Body = """{"login_id": "1", "code": "1", "service_ticket": "ST-1", "di_token": "a", "di_refresh_token": "b", "di_client_id": "c"}""";

        using var answer = await gateway.Client.PostJsonAsync(path, Body);

        ((int)answer.StatusCode).ShouldBe(status);
        (await answer.TextAsync()).ShouldNotContain("Invalid Garmin credentials");
    }

    private static Task<GatewayHost> StartAsync(string outcome) =>
        GatewayHost.StartAsync(new StubConsumers { Login = _ => new GarminLoginAnswered { Outcome = outcome } });
}

using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminConnect.Simulator.Athletes;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;

namespace GarminSync.IntegrationTests.Redaction;

/// <summary>All that can be done with a secret at the gateway, well and badly.</summary>
internal sealed class EveryWayIn(HttpClient gateway, GarminSimulator garmin, MarkedSecrets secrets)
{
    private string _byPassword = "";
    private string _byCode = "";
    private string _byTicket = "";

    public async Task RunAsync()
    {
        await WithPasswordAsync();
        await WithCodeAsync();
        await WithTicketAsync();
        await WithTokensAsync();
        await WithBodiesThatAreBadAsync();
        await WithTokensThatRunOutAsync();
        await WithoutPersonAsync();
    }

    private async Task WithPasswordAsync()
    {
        await AddAsync("password@example.com");
        await LogInAsync("password@example.com", secrets.WrongPassword, 401);
        _byPassword = await LinkAsync("login", new { username = "password@example.com", password = secrets.Password });

        await garmin.SetFaultAsync(new { match = new { endpoint = "/mobile/api/login" }, kind = "LoginBlocked" });
        await AddAsync("limited@example.com");
        await LogInAsync("limited@example.com", secrets.Password, 429);
        await LogInAsync("limited@example.com", secrets.Password, 429);
        await garmin.EndFaultsAsync();

        // The widget, the portal, and none of the three.
        await AddAsync("forms@example.com");
        await garmin.SetFaultAsync(new { match = new { endpoint = "/mobile/api/login" }, kind = "Captcha" });
        await LogInAsync("forms@example.com", secrets.WrongPassword, 401);
        await LogInAsync("forms@example.com", secrets.Password, 200);
        await garmin.SetFaultAsync(new { match = new { endpoint = "/sso/signin" }, kind = "NotJson" });
        await LogInAsync("forms@example.com", secrets.Password, 200);
        foreach (var kind in new[] { "Captcha", "Blocked", "BotChallenge", "RateLimitedJson", "ConnectionReset", "CutOff" })
        {
            await garmin.EndFaultsAsync();
            var email = $"{kind}@example.com";
            await AddAsync(email);
            await garmin.SetFaultAsync(new { match = new { endpoint = "/mobile/api/login" }, kind });
            await garmin.SetFaultAsync(new { match = new { endpoint = "/sso/*" }, kind });
            await garmin.SetFaultAsync(new { match = new { endpoint = "/portal/*" }, kind });
            await LogInAsync(email, secrets.Password, 429, 502, 503);
        }

        await garmin.EndFaultsAsync();
        foreach (var (endpoint, kind) in new[] { ("/di-oauth2-service/*", "NotJson"), ("/di-oauth2-service/*", "Status"), ("/userprofile-service/*", "Unauthorized") })
        {
            await garmin.SetFaultAsync(new { match = new { endpoint }, kind });
            await LogInAsync("password@example.com", secrets.Password, 401, 502, 503);
            await garmin.EndFaultsAsync();
        }
    }

    private async Task WithCodeAsync()
    {
        await garmin.AddAthleteAsync(new AthleteSpec { Email = "code@example.com", Password = secrets.Password, Mfa = true, MfaCode = secrets.MfaCode, Activities = 1 });
        var login = await LogInAsync("code@example.com", secrets.Password, 202);
        var loginId = JsonSerializer.Deserialize<JsonElement>(login).GetProperty("login_id").GetString()!;

        await PostAsync("login/mfa", new { login_id = loginId, code = secrets.WrongMfaCode }, 401);
        _byCode = await LinkAsync("login/mfa", new { login_id = loginId, code = secrets.MfaCode });
        await PostAsync("login/mfa", new { login_id = loginId, code = secrets.MfaCode }, 404);
    }

    private async Task WithTicketAsync()
    {
        const string Email = "ticket@example.com";
        await AddAsync(Email);
        var ticket = await garmin.TicketAsync(Email, secrets.Password);
        _byTicket = await LinkAsync("login/ticket", new { service_ticket = ticket, email = Email });
        await PostAsync("login/ticket", new { service_ticket = ticket, email = Email }, 401);
        await PostAsync("login/ticket", new { service_ticket = await garmin.LogInAsync(Email, secrets.Password) }, 200);

        var madeUp = $"ST-0012345-{secrets.MakeUp("a ticket that nobody issued")}-sso";
        await PostAsync("login/ticket", new { service_ticket = madeUp, email = Email }, 401);
        await PostAsync("login/ticket", new { service_ticket = $"{OtherClients.Android}?ticket={madeUp}" }, 401);
        await PostAsync("login/ticket", new { service_ticket = madeUp, service_url = $"{OtherClients.Android}?ticket={madeUp}", email = Email }, 422);
        await PostAsync("login/ticket", new { service_ticket = "no ticket " + secrets.MakeUp("what is no ticket"), email = Email }, 401);
        await PostAsync("login/ticket", new { service_ticket = "{\"serviceTicketId\": \"" + madeUp, email = Email }, 401);
    }

    private async Task WithTokensAsync()
    {
        const string Email = "tokens@example.com";
        await AddAsync(Email);
        var used = await garmin.TokenFileAsync(Email, secrets.Password);
        await PostAsync("login/tokens", used, 200);

        var expired = await garmin.TokenFileAsync(Email, secrets.Password);
        await garmin.EndTokensAsync(Email, "expire");
        await PostAsync("login/tokens", expired, 200);

        await PostAsync("login/tokens", used with { RefreshToken = expired.RefreshToken }, 401);
        await garmin.EndTokensAsync(Email, "revoke");
        await PostAsync("login/tokens", used, 401);

        var madeUp = new TokenFile($"a.b.{secrets.MakeUp("a made-up access token")}", secrets.MakeUp("a made-up refresh token"), OtherClients.ClientId, Email);
        await PostAsync("login/tokens", madeUp, 401);
        await PostAsync("login/tokens", madeUp with { AccessToken = secrets.MakeUp("what is no access token") }, 401);
        await PostAsync("login/tokens", madeUp with { AccessToken = madeUp.AccessToken + " \u00e4" }, 401);
        await PostAsync("login/tokens", madeUp with { Email = null }, 422);
    }

    private async Task WithBodiesThatAreBadAsync()
    {
        var password = JsonSerializer.Serialize(secrets.Password);
        foreach (var (body, type) in new[]
        {
            ($$"""{"username": "a@example.com", "password": {{password}}""", "application/json"),
            ($$"""{"username": "a@example.com", "password": [{{password}}]}""", "application/json"),
            ($$"""{"username": "a@example.com", "password": {"{{secrets.MfaCode}}": {{password}} } }""", "application/json"),
            ($$"""{"username": "a@example.com", "password": {{secrets.MfaCode}}}""", "application/json"),
            ($$"""{"username": "a@example.com", "password": {{password}} x}""", "application/json"),
            ($$"""{"username": "a@example.com", {{password}}: 1, "password": ""}""", "application/json"),
            ($$"""{"user": "a@example.com", "passwort": {{password}}}""", "application/json"),
            ($$"""[{{password}}]""", "application/json"),
            (password, "application/json"),
            ($$"""{"username": "a@example.com", "password": {{password}}}""", "text/plain"),
            ($"username=a&password={Uri.EscapeDataString(secrets.Password)}", "application/x-www-form-urlencoded"),
            ($$"""{"username": "a@example.com", "password": {{password}}, "padding": "{{new string('x', 20_000)}}"}""", "application/json"),
        })
        {
            foreach (var way in new[] { "login", "login/mfa", "login/ticket", "login/tokens" })
            {
                using var content = new StringContent(body, Encoding.UTF8, type);
                using var answer = await gateway.PostAsync(new Uri($"api/garmin/{way}", UriKind.Relative), content);
                ((int)answer.StatusCode).ShouldBeInRange(400, 422, $"{way} with {type}");
            }
        }
    }

    private async Task WithTokensThatRunOutAsync()
    {
        await garmin.EndTokensAsync("password@example.com", "expire");
        (await gateway.SyncAsync(new { user_id = _byPassword })).GetProperty("state").GetString().ShouldBe("completed");

        // Twice used, so that Garmin ends all of them, and the stored password has to serve.
        var another = await garmin.TokenFileAsync("password@example.com", secrets.Password);
        await garmin.RefreshAsync(another);
        await Should.ThrowAsync<HttpRequestException>(() => garmin.RefreshAsync(another));
        await garmin.SetFaultAsync(new { match = new { endpoint = "/download-service/*" }, kind = "CorruptZip" });
        (await gateway.SyncAsync(new { user_id = _byPassword, force = true })).GetProperty("state").GetString().ShouldBe("completed_with_errors");
        await garmin.EndFaultsAsync();

        var day = garmin.TodayOf("password@example.com").AddDays(-1);
        using var health = await gateway.PostAsJsonAsync("api/garmin/sync/health-metrics", new { user_id = _byPassword, start_date = day, end_date = day });
        (await gateway.EndOfJobAsync(health.Headers.Location!)).GetProperty("state").GetString().ShouldStartWith("completed");
    }

    private async Task WithoutPersonAsync()
    {
        await garmin.EndTokensAsync("ticket@example.com", "revoke");
        var job = await gateway.StartSyncAsync(new { user_id = _byTicket });
        await Eventually.Get(() => gateway.GetFromJsonAsync<JsonElement>(job), seen => seen.GetProperty("state").GetString() == "paused", TimeSpan.FromSeconds(30));
        (await gateway.GetFromJsonAsync<JsonElement>($"api/garmin/accounts/{_byTicket}")).GetProperty("status").GetString().ShouldBe("needs_login");

        foreach (var unlinked in new[] { _byTicket, _byCode })
        {
            using var answer = await gateway.DeleteAsync(new Uri($"api/garmin/accounts/{unlinked}", UriKind.Relative));
            answer.IsSuccessStatusCode.ShouldBeTrue();
        }
    }

    private Task AddAsync(string email) => garmin.AddAthleteAsync(new AthleteSpec { Email = email, Password = secrets.Password, Activities = 2 });

    private Task<string> LogInAsync(string username, string password, params int[] expected) => PostAsync("login", new { username, password }, expected);

    private async Task<string> PostAsync(string call, object body, params int[] expected)
    {
        using var answer = await gateway.PostAsJsonAsync($"api/garmin/{call}", body);
        var text = await answer.Content.ReadAsStringAsync();
        expected.ShouldContain((int)answer.StatusCode, $"{call}: {text}");
        return text;
    }

    /// <summary>Returns CentralDB's id of the user.</summary>
    private async Task<string> LinkAsync(string call, object body)
    {
        using var answer = await gateway.PostAsJsonAsync($"api/garmin/{call}", body);
        ((int)answer.StatusCode).ShouldBe(200, await answer.Content.ReadAsStringAsync());
        return answer.Content.Headers.ContentLocation!.ToString().Split('/')[^1];
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using GarminSync.WebTests.Browsing;
using Microsoft.Playwright;

namespace GarminSync.WebTests;

public sealed class When_people_sign_in(Chromium chromium)
{
    private const string Key = "the-operator-key-of-these-tests-0123456789";

    [Fact]
    public async Task The_operator_sees_all_a_user_one_account_and_nobody_anything_after_signing_out()
    {
        await using var site = await Site.StartAsync(chromium, 4, "--Gateway:Auth:Mode=Token", $"--Gateway:Auth:OperatorKey={Key}");
        site.Api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        var user = await site.LinkAsync();
        using var made = await site.Api.PostAsJsonAsync("api/tokens", new { user_id = user });
        var token = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;

        var visit = await site.VisitAsync();
        await visit.Page.GotoAsync($"{site.Url}/sync");
        await Assertions.Expect(visit.Page).ToHaveURLAsync($"{site.Url}/sign-in?to=%2Fsync");
        (await visit.FaultsAsync()).ShouldBeEmpty();
        await SignInAsync(visit, "gst.wrong");
        await visit.SeesAsync("This token is not valid.");

        await SignInAsync(visit, Key);
        await visit.AliveAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync($"{site.Url}/sync");
        await visit.OpenAsync("");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Link", Exact = true })).ToBeVisibleAsync();
        await visit.Button("Sync now").ClickAsync();
        await visit.SeesStateAsync("Completed");
        var session = (await visit.Page.Context.CookiesAsync()).Single(cookie => cookie.Name == "garminsync-session");
        (session.HttpOnly, session.SameSite, session.Expires).ShouldBe((true, SameSiteAttribute.Strict, -1));
        session.Value.ShouldNotContain(Key);

        await visit.Button("Sign out").ClickAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync($"{site.Url}/sign-in");
        (await StatusAsync(site, session)).ShouldBe(HttpStatusCode.Redirect, "the session is over, whoever kept its cookie");

        await SignInAsync(visit, token);
        await visit.AliveAsync();
        await visit.SeesAsync("athlete@example.com");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Link", Exact = true })).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("/health?period=year&account=ä b", "/health?period=year&account=%C3%A4%20b")]
    [InlineData("/", "/")]
    public async Task The_page_that_was_asked_for_comes_after_signing_in(string asked, string comes)
    {
        await using var site = await Site.StartAsync(chromium, 0, "--Gateway:Auth:Mode=Token", $"--Gateway:Auth:OperatorKey={Key}");
        var visit = await site.VisitAsync();

        await visit.Page.GotoAsync($"{site.Url}{asked}");
        await SignInAsync(visit, Key);
        await visit.AliveAsync();

        visit.Page.Url.ShouldBe($"{site.Url}{comes}");
    }

    [Fact]
    public async Task Nobody_is_led_to_another_site_by_a_link_to_the_sign_in_page()
    {
        await using var site = await Site.StartAsync(chromium, 0, "--Gateway:Auth:Mode=Token", $"--Gateway:Auth:OperatorKey={Key}");
        var visit = await site.VisitAsync();

        foreach (var elsewhere in new[] { "https://evil.example/", "//evil.example", "/\\evil.example", "/%09/evil.example", "~//evil.example", "evil.example", "javascript:alert(1)" })
        {
            await visit.Page.GotoAsync($"{site.Url}/sign-in?to={Uri.EscapeDataString(Uri.UnescapeDataString(elsewhere))}");
            await SignInAsync(visit, Key);
            await visit.AliveAsync();
            visit.Page.Url.ShouldBe($"{site.Url}/", elsewhere);
        }
    }

    [Fact]
    public async Task A_form_that_is_too_old_says_in_words_what_to_do()
    {
        await using var site = await Site.StartAsync(chromium, 0, "--Gateway:Auth:Mode=Token", $"--Gateway:Auth:OperatorKey={Key}");
        var visit = await site.VisitAsync();
        await visit.Page.GotoAsync($"{site.Url}/sign-in");

        // As after a restart of the server, which makes a new key.
        await visit.Page.Context.ClearCookiesAsync(new() { Name = "garminsync-form" });
        await SignInAsync(visit, Key);
        await visit.SeesAsync("Nothing was done: this form was too old");
        (await visit.FaultsAsync()).ShouldBeEmpty();

        await SignInAsync(visit, Key);
        await visit.AliveAsync();
        await visit.Page.Context.ClearCookiesAsync(new() { Name = "garminsync-form" });
        await visit.Button("Sign out").ClickAsync();
        await visit.SeesAsync("You may still be signed in");
    }

    [Fact]
    public async Task A_form_or_a_connection_of_another_site_is_refused()
    {
        await using var site = await Site.StartAsync(chromium, 4, "--Gateway:Auth:Mode=Token", $"--Gateway:Auth:OperatorKey={Key}");

        using var form = new FormUrlEncodedContent([new("token", Key)]);
        using var forged = await site.Api.PostAsync(new Uri("session", UriKind.Relative), form);
        forged.RequestMessage!.RequestUri!.PathAndQuery.ShouldBe("/sign-in?problem=stale", "it lacks the token of the form");
        forged.Headers.TryGetValues("Set-Cookie", out var cookies);
        (cookies ?? []).ShouldNotContain(cookie => cookie.StartsWith("garminsync-session", StringComparison.Ordinal));
        using var still = await site.Api.GetAsync(new Uri("", UriKind.Relative));
        still.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in", "nobody was signed in");

        using var foreign = new HttpRequestMessage(HttpMethod.Post, "_blazor/negotiate?negotiateVersion=1") { Headers = { { "Origin", "https://evil.example" } } };
        using var refused = await site.Api.SendAsync(foreign);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task SignInAsync(Visit visit, string token)
    {
        await visit.Page.GetByLabel("Token").FillAsync(token);
        await visit.Button("Sign in").ClickAsync();
    }

    private static async Task<HttpStatusCode> StatusAsync(Site site, BrowserContextCookiesResult session)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(site.Url) };
        http.DefaultRequestHeaders.Add("Cookie", $"{session.Name}={session.Value}");
        using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
        return answer.StatusCode;
    }
}

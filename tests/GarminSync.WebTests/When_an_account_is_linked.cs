using GarminSync.WebTests.Browsing;
using Microsoft.Playwright;

namespace GarminSync.WebTests;

public sealed class When_an_account_is_linked(Chromium chromium)
{
    [Fact]
    public async Task Garmins_code_is_asked_for_and_a_sync_is_watched_to_its_end()
    {
        await using var site = await Site.StartAsync(chromium);
        var visit = await site.VisitAsync();

        await visit.OpenAsync("");
        await visit.SeesAsync("No Garmin account is linked yet");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Link an account" }).ClickAsync();
        await visit.FillLoginAsync("mfa@example.com");
        await visit.Button("Link an account").ClickAsync();
        await visit.SeesAsync("Garmin has sent a code");
        (await visit.Page.ContentAsync()).ShouldNotContain("correct horse");

        await visit.Page.GetByLabel("Code", new() { Exact = true }).FillAsync("000000");
        await visit.Button("Send the code").ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Garmin refused the code.");
        await visit.Page.GetByLabel("Code", new() { Exact = true }).FillAsync("123 456");
        await visit.Button("Send the code").ClickAsync();
        await visit.SeesAsync("The account is linked");

        await visit.Button("Sync now").ClickAsync();
        await visit.SeesStateAsync("Completed");
        await visit.SeesAsync("100 %");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Overview" }).ClickAsync();
        await visit.SeesAsync("kinds of data are up to date");
    }

    [Fact]
    public async Task Without_a_mouse_it_works_too()
    {
        await using var site = await Site.StartAsync(chromium);
        var visit = await site.VisitAsync();
        await visit.OpenAsync("");

        await TabToAsync(visit, "Link an account", "main a");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("h1")).ToBeFocusedAsync();
        await TabToAsync(visit, "Garmin e-mail address", "#username");
        await visit.Page.Keyboard.TypeAsync("athlete@example.com");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.TypeAsync("correct horse battery staple");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeesAsync("The account is linked");
        await TabToAsync(visit, "Sync now", "main button");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeesStateAsync("Completed");
    }

    [Fact]
    public async Task A_wrong_password_says_so_and_is_not_kept_in_the_field()
    {
        await using var site = await Site.StartAsync(chromium);
        var visit = await site.VisitAsync();
        await visit.OpenAsync("link");

        await visit.FillLoginAsync("athlete@example.com", "wrong");
        await visit.Button("Link an account").ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Invalid Garmin credentials provided.");
        await Assertions.Expect(visit.Page.GetByLabel("Garmin password")).ToHaveValueAsync("");
        await Assertions.Expect(visit.Page.GetByLabel("Garmin e-mail address")).ToHaveValueAsync("athlete@example.com");
    }

    [Fact]
    public async Task A_CAPTCHA_leads_to_the_two_other_ways()
    {
        await using var site = await Site.StartAsync(chromium);
        await site.SetFaultAsync(new { match = new { endpoint = "/mobile/api/login" }, kind = "Captcha" });
        await site.SetFaultAsync(new { match = new { endpoint = "/portal/*" }, kind = "Captcha" });
        await site.SetFaultAsync(new { match = new { endpoint = "/sso/*" }, kind = "Blocked" });
        var visit = await site.VisitAsync();
        await visit.OpenAsync("link");

        await visit.FillLoginAsync("athlete@example.com");
        await visit.Button("Link an account").ClickAsync();

        var alert = visit.Page.GetByRole(AriaRole.Alert);
        await Assertions.Expect(alert).ToContainTextAsync("There are two other ways in:");
        await alert.GetByRole(AriaRole.Link, new() { Name = "Ticket from a browser" }).ClickAsync();
        await visit.SeesAsync("How to get a ticket");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Token file" }).ClickAsync();
        await visit.SeesAsync("How to get a token file");
    }

    [Fact]
    public async Task Garmins_limit_is_counted_down()
    {
        await using var site = await Site.StartAsync(chromium);
        await site.SetFaultAsync(new { match = new { endpoint = "/mobile/api/login" }, kind = "RateLimited", retryAfterSeconds = 600 });
        var visit = await site.VisitAsync();
        await visit.OpenAsync("link");

        await visit.FillLoginAsync("athlete@example.com");
        await visit.Button("Link an account").ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Timer)).ToContainTextAsync(":");
        await visit.SeesAsync("Each further try would make Garmin's limit longer");
    }

    [Fact]
    public async Task It_is_unlinked_after_a_question()
    {
        await using var site = await Site.StartAsync(chromium);
        await site.LinkAsync();
        var visit = await site.VisitAsync();
        await visit.OpenAsync("");

        await visit.Button("Unlink").ClickAsync();
        await visit.SeesAsync("Unlink athlete@example.com?");
        await visit.Button("Keep it").ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await visit.Button("Unlink").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Unlink" }).ClickAsync();

        await visit.SeesAsync("No Garmin account is linked yet");
    }

    [Fact]
    public async Task Everything_of_its_user_is_erased_once_the_id_is_typed()
    {
        await using var site = await Site.StartAsync(chromium);
        await site.LinkAsync();
        var visit = await site.VisitAsync();
        await visit.OpenAsync("");

        await visit.Button("Erase everything").ClickAsync();
        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        var erase = dialog.GetByRole(AriaRole.Button, new() { Name = "Erase everything" });
        await Assertions.Expect(erase).ToBeDisabledAsync();
        var typed = dialog.GetByLabel("To go on, type the id of the user");
        await typed.FillAsync("yes");
        await Assertions.Expect(erase).ToBeDisabledAsync();
        await typed.FillAsync((await typed.EvaluateAsync<string>("field => field.labels[0].textContent")).Split(' ')[^1].Trim());
        await erase.ClickAsync();

        await visit.SeesAsync("No Garmin account is linked yet");
    }

    private static async Task TabToAsync(Visit visit, string what, string selector)
    {
        for (var presses = 0; presses < 40; presses++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            if (await visit.Page.EvaluateAsync<bool>("([selector, text]) => document.activeElement.matches(selector) && (selector[0] === '#' || document.activeElement.textContent.includes(text))", new[] { selector, what }))
            {
                return;
            }
        }

        Assert.Fail($"The Tab key does not lead to '{what}'.");
    }
}

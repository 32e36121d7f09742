using System.Net.Http.Json;
using System.Text.Json;
using GarminSync.WebTests.Browsing;
using Microsoft.Playwright;

namespace GarminSync.WebTests;

public sealed class When_the_pages_are_read(Chromium chromium)
{
    private static readonly string[] Pages =
    [
        "", "sync", "coverage", "link", "link?way=ticket", "link?way=tokens", "schedule",
        "health", $"health?period=month&date={Yesterday}", $"health?period=day&date={Yesterday}", $"health?period=week&date={Yesterday}", $"health?period=year&date={Yesterday}", "health?period=all",
    ];

    private static string Yesterday => TimeProvider.System.GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    public async Task Axe_finds_nothing_serious_and_nothing_is_too_wide(int width, bool dark)
    {
        await using var site = await Site.StartAsync(chromium);
        var job = await SyncAsync(site);
        var visit = await site.VisitAsync(width, dark);
        var faults = new List<string>();

        foreach (var page in Pages.Append($"jobs/{job}"))
        {
            await visit.OpenAsync(page);
            if (page.Length == 0)
            {
                await visit.SeesAsync("kinds of data are up to date");
            }

            if (page == "coverage")
            {
                await Assertions.Expect(visit.Page.Locator("button.day").First).ToBeEnabledAsync();
            }

            await PictureAsync(visit, $"page-{(page.Length == 0 ? "overview" : page.Split('/', '&')[0].Replace("?way=", "-", StringComparison.Ordinal).Replace("?period=", "-", StringComparison.Ordinal))}-{(dark ? "dark" : "light")}-{width}");
            faults.AddRange((await visit.FaultsAsync()).Select(fault => $"{page}: {fault}"));
        }

        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_content_needs_no_script()
    {
        await using var site = await Site.StartAsync(chromium);
        await site.LinkAsync();
        var visit = await site.VisitAsync(scripts: false);

        await visit.Page.GotoAsync(site.Url);
        await visit.SeesAsync("athlete@example.com");

        // A form that is sent before the page is alive would have nobody to take it.
        await visit.Page.GotoAsync($"{site.Url}/link");
        await Assertions.Expect(visit.Button("Link an account")).ToBeDisabledAsync();
    }

    [Fact]
    public async Task Colours_that_are_chosen_stay_chosen()
    {
        await using var site = await Site.StartAsync(chromium);
        var visit = await site.VisitAsync();
        await visit.OpenAsync("");

        await visit.Page.GetByLabel("Colours").SelectOptionAsync("dark");
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await visit.OpenAsync("sync");

        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Assertions.Expect(visit.Page.GetByLabel("Colours")).ToHaveValueAsync("dark");
    }

    [Fact]
    public async Task A_hole_in_the_calendar_is_filled()
    {
        await using var site = await Site.StartAsync(chromium);
        await site.LinkAsync();
        var visit = await site.VisitAsync();
        await visit.OpenAsync("coverage");

        await visit.Page.Locator("button.day[tabindex='0']").FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        var hole = visit.Page.Locator("button.day:focus");
        (await hole.GetAttributeAsync("aria-label")).ShouldNotBeNull().ShouldContain("never asked for");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Button("Fetch this day").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("button.day[aria-pressed='true']")).Not.ToHaveTextAsync("?");
    }

    private static async Task<string> SyncAsync(Site site)
    {
        await site.LinkAsync();
        await site.SyncHealthAsync(new { start_date = Yesterday, end_date = Yesterday, detail = "intraday" });
        await site.SetFaultAsync(new { match = new { endpoint = $"/download-service/files/activity/{await site.NewestActivityAsync()}" }, kind = "ZipWithoutFit" });
        using var accepted = await site.Api.PostAsync(new Uri("api/garmin/sync", UriKind.Relative), content: null);
        var job = await accepted.Content.ReadFromJsonAsync<JsonElement>();
        return await GarminSync.Testing.Eventually.Get(
            async () => (await site.Api.GetFromJsonAsync<JsonElement>(accepted.Headers.Location)).GetProperty("end_time").ValueKind == JsonValueKind.String ? job.GetProperty("job_id").GetString()! : "",
            id => id.Length > 0,
            TimeSpan.FromMinutes(1));
    }

    // The pictures of the README and of docs/ are made like this: GARMINSYNC_PICTURES names a folder.
    private static async Task PictureAsync(Visit visit, string name)
    {
        if (Environment.GetEnvironmentVariable("GARMINSYNC_PICTURES") is { Length: > 0 } folder)
        {
            await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });
        }
    }
}

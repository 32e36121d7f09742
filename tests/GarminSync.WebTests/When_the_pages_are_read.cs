using System.Net.Http.Json;
using System.Text.Json;
using CentralDb.Client;
using GarminSync.Testing;
using GarminSync.WebTests.Browsing;
using Microsoft.Playwright;

namespace GarminSync.WebTests;

public sealed class When_the_pages_are_read(Chromium chromium)
{
    private static readonly string[] Pages =
    [
        "", "sync", "activities", "coverage", "workouts", "link", "link?way=ticket", "link?way=tokens", "schedule", "operate",
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
        var (user, job) = await SyncAsync(site);
        await site.StorePlanAsync(When_a_workout_is_sent.Plan(user));
        var activity = await StoreActivityAsync(site, user);
        var visit = await site.VisitAsync(width, dark);
        var faults = new List<string>();

        foreach (var page in Pages.Append($"jobs/{job}").Append($"activities/{activity}"))
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

            if (page.StartsWith("activities/", StringComparison.Ordinal))
            {
                await Assertions.Expect(visit.Page.Locator(".chart").First).ToBeVisibleAsync();
            }

            await PictureAsync(visit, $"page-{(page.Length == 0 ? "overview" : page.StartsWith("activities/", StringComparison.Ordinal) ? "activity" : page.Split('/', '&')[0].Replace("?way=", "-", StringComparison.Ordinal).Replace("?period=", "-", StringComparison.Ordinal))}-{(dark ? "dark" : "light")}-{width}");
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
        (await visit.IsDarkAsync()).ShouldBeTrue("by the script, before the page is loaded again");
        await visit.OpenAsync("sync");

        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Assertions.Expect(visit.Page.GetByLabel("Colours")).ToHaveValueAsync("dark");
        (await visit.IsDarkAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Colours_are_those_of_the_system_until_others_are_chosen()
    {
        await using var site = await Site.StartAsync(chromium);
        var visit = await site.VisitAsync(dark: true);
        await visit.OpenAsync("");
        (await visit.IsDarkAsync()).ShouldBeTrue();

        await visit.Page.GetByLabel("Colours").SelectOptionAsync("light");
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        (await visit.IsDarkAsync()).ShouldBeFalse();
        await visit.OpenAsync("");
        (await visit.IsDarkAsync()).ShouldBeFalse();

        await visit.Page.GetByLabel("Colours").SelectOptionAsync("");
        await Assertions.Expect(visit.Page.Locator("html[data-theme]")).ToHaveCountAsync(0);
        (await visit.IsDarkAsync()).ShouldBeTrue();
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

    // One of a real watch where there is one; else one that was synced.
    private static async Task<string> StoreActivityAsync(Site site, string user)
    {
        if (SharedFolder.Path is not { } shared)
        {
            return (await site.Api.GetFromJsonAsync<JsonElement>($"api/garmin/activities?user_id={user}")).GetProperty("activities").EnumerateArray()
                .First(one => one.GetProperty("files").GetArrayLength() > 0).GetProperty("garmin_activity_id").GetRawText();
        }

        await site.StoreAsync(
            user,
            new ActivityUpload
            {
                GarminActivityId = 7,
                Name = "Morning run along the river",
                ActivityType = "running",
                StartTime = new DateTimeOffset(2026, 6, 14, 6, 30, 0, TimeSpan.Zero),
                StartTimeLocal = new DateTime(2026, 6, 14, 8, 30, 0),
                UtcOffsetSeconds = 7200,
                DurationSeconds = 3000,
                DistanceMeters = 9000,
                AverageHeartRate = 142,
                MaxHeartRate = 171,
                Calories = 612,
                ElevationGainMeters = 84,
                FileFormat = "fit",
                Revision = 2,
            },
            await File.ReadAllBytesAsync(Path.Combine(shared, "fit", "activity-small-fenix2-run.fit")));
        return "7";
    }

    private static async Task<(string User, string Job)> SyncAsync(Site site)
    {
        var user = await site.LinkAsync();
        await site.SyncHealthAsync(new { start_date = Yesterday, end_date = Yesterday, detail = "intraday" });
        await site.SetFaultAsync(new { match = new { endpoint = $"/download-service/files/activity/{await site.NewestActivityAsync()}" }, kind = "ZipWithoutFit" });
        using var accepted = await site.Api.PostAsync(new Uri("api/garmin/sync", UriKind.Relative), content: null);
        var job = await accepted.Content.ReadFromJsonAsync<JsonElement>();
        return (user, await Eventually.Get(
            async () => (await site.Api.GetFromJsonAsync<JsonElement>(accepted.Headers.Location)).GetProperty("end_time").ValueKind == JsonValueKind.String ? job.GetProperty("job_id").GetString()! : "",
            id => id.Length > 0,
            TimeSpan.FromMinutes(1)));
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

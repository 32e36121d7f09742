using System.Net.Http.Json;
using System.Text.Json;
using GarminSync.WebTests.Browsing;
using Microsoft.Playwright;

namespace GarminSync.WebTests;

public sealed class When_a_schedule_is_chosen(Chromium chromium)
{
    [Fact]
    public async Task It_is_set_and_seen_and_turned_off()
    {
        await using var site = await Site.StartAsync(chromium, activities: 0);
        var user = await site.LinkAsync();
        var visit = await site.VisitAsync();

        await visit.OpenAsync("");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Schedule" }).ClickAsync();
        await visit.SeesAsync("Every hour: Activities, Health. The schedule of this server for accounts that have none of their own.");
        await visit.Page.GetByLabel("Hours from one sync to the next").FillAsync("6");
        await visit.Page.GetByLabel("Only when a device has uploaded something").CheckAsync();
        await visit.Button("Save").ClickAsync();
        await visit.SeesAsync("Every 6 hours: Activities, Health, only when a device has uploaded something. The account's own schedule.");
        await Assertions.Expect(visit.Page.Locator(".facts")).ToContainTextAsync("Next sync");
        var schedule = await ScheduleAsync(site, user);
        (schedule.GetProperty("every").GetString(), schedule.GetProperty("smart").GetBoolean()).ShouldBe(("PT6H", true));

        await visit.Page.GetByLabel("Off: sync only when somebody asks for it").CheckAsync();
        await visit.Button("Save").ClickAsync();
        await visit.SeesAsync("Nothing is synced by itself.");
        (await ScheduleAsync(site, user)).GetProperty("source").GetString().ShouldBe("none");

        await visit.Page.GetByLabel("Like all accounts that have no schedule of their own").CheckAsync();
        await visit.Button("Save").ClickAsync();
        await visit.SeesAsync("Every hour: Activities, Health. The schedule of this server for accounts that have none of their own.");
        (await ScheduleAsync(site, user)).GetProperty("source").GetString().ShouldBe("default");
    }

    [Fact]
    public async Task What_the_API_has_against_it_is_said_beside_the_field()
    {
        await using var site = await Site.StartAsync(chromium, activities: 0);
        await site.LinkAsync();
        var visit = await site.VisitAsync();

        await visit.OpenAsync("schedule");
        await visit.Page.GetByLabel("At times of the clock").CheckAsync();
        await Assertions.Expect(visit.Page.GetByLabel("Time zone")).ToHaveValueAsync("Europe/Berlin");
        await visit.Page.GetByLabel("Times (cron)").FillAsync("every morning");
        await visit.Page.GetByLabel("Time zone").FillAsync("Europe/Atlantis");
        await visit.Button("Save").ClickAsync();

        await Assertions.Expect(visit.Page.Locator("#cron-error")).ToContainTextAsync("must be five fields");
        await Assertions.Expect(visit.Page.Locator("#zone-error")).ToContainTextAsync("IANA");
        await Assertions.Expect(visit.Page.GetByLabel("Time zone")).ToHaveAttributeAsync("aria-invalid", "true");
        (await visit.FaultsAsync()).ShouldBeEmpty();

        await visit.Page.GetByLabel("Times (cron)").FillAsync("30 6,20 * * *");
        await visit.Page.GetByLabel("Time zone").FillAsync("Europe/Berlin");
        await visit.Button("Save").ClickAsync();
        await visit.SeesAsync("At \"30 6,20 * * *\" by the clock of Europe/Berlin");
    }

    [Fact]
    public async Task A_time_zone_that_was_taken_away_stays_away()
    {
        await using var site = await Site.StartAsync(chromium, activities: 0);
        await site.LinkAsync();
        var visit = await site.VisitAsync();

        await visit.OpenAsync("schedule");
        await visit.Page.GetByLabel("At times of the clock").CheckAsync();
        await Assertions.Expect(visit.Page.GetByLabel("Time zone")).ToHaveValueAsync("Europe/Berlin");
        await visit.Page.GetByLabel("Time zone").FillAsync("");
        await visit.Button("Save").ClickAsync();

        await visit.SeesAsync("At \"30 6,20 * * *\" by the clock of UTC");
        await Assertions.Expect(visit.Page.GetByLabel("Time zone")).ToHaveValueAsync("");
    }

    private static async Task<JsonElement> ScheduleAsync(Site site, string user) =>
        await site.Api.GetFromJsonAsync<JsonElement>($"api/garmin/accounts/{user}/schedule", TestContext.Current.CancellationToken);
}

using System.Net.Http.Json;
using CentralDb.Client;
using GarminSync.WebTests.Browsing;
using Microsoft.Playwright;

namespace GarminSync.WebTests;

public sealed class When_there_are_several_accounts(Chromium chromium)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_step_to_another_account_shows_nothing_of_the_one_before_on_any_page()
    {
        await using var site = await Site.StartAsync(chromium, activities: 3);
        var first = await site.LinkAsync();
        await site.SyncAsync();
        var second = await site.LinkAsync("second@example.com");
        await FillAsync(site, first, "the first");
        await FillAsync(site, second, "the second");
        using var schedule = await site.Api.PutAsJsonAsync($"api/garmin/accounts/{first}/schedule", new { every = "PT6H", kinds = new[] { "health" } }, Token);
        schedule.EnsureSuccessStatusCode();
        var visit = await site.VisitAsync();

        foreach (var (page, ofFirst, ofSecond) in new[]
                 {
                     ("activities", "text=Run of the first", "text=Run of the second"),
                     ("activities/7", "text=Run of the first", "text=Run of the second"),
                     ("workouts", "text=Plan of the first", "text=Plan of the second"),
                     ("sync", "table.jobs", "text=Nothing has been synced yet"),
                     ("coverage", "table[data-arrows]", "table[data-arrows]"),
                     ("schedule", "text=Every 6 hours", "text=Every hour"),
                     ("health", ".figures", ".figures"),
                 })
        {
            await visit.OpenAsync($"{page}?account={first}");
            await Assertions.Expect(visit.Page.Locator(ofFirst).First).ToBeVisibleAsync();

            // Whatever is asked of the second account is not answered yet: what is on the page now is what somebody sees who waits.
            var held = site.Calls.Hold(second);
            await visit.Page.EvaluateAsync("(to) => Blazor.navigateTo(to)", $"{page}?account={second}");
            await Assertions.Expect(visit.Page.Locator(ofFirst)).ToHaveCountAsync(0);

            held.SetResult();
            await Assertions.Expect(visit.Page.Locator(ofSecond).First).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task The_overview_asks_for_all_of_them_at_once()
    {
        await using var site = await Site.StartAsync(chromium, activities: 0);
        await site.LinkAsync();
        await site.LinkAsync("second@example.com");
        await site.LinkAsync("third@example.com");
        var visit = await site.VisitAsync();

        // Each of these calls is answered only when all three have been made.
        site.Calls.Together("/coverage?", 3);
        await visit.OpenAsync("");

        await Assertions.Expect(visit.Page.GetByText("Complete days")).ToHaveCountAsync(3);
    }

    private static async Task FillAsync(Site site, string user, string whose)
    {
        await site.StoreAsync(user, new ActivityUpload { GarminActivityId = 7, Name = $"Run of {whose}", ActivityType = "running", StartTime = new DateTimeOffset(2026, 6, 14, 6, 30, 0, TimeSpan.Zero), FileFormat = "none", Revision = 1 });
        await site.StorePlanAsync(new { user_id = user, name = $"Plan of {whose}", sport = "running", steps = new[] { new { type = "interval", duration = new { type = "time", value = 60 } } } });
        await site.CentralDb.WriteHealthMetricsAsync([new() { UserId = user, MetricType = "resting_heart_rate", Date = new DateOnly(2026, 6, 14), Value = 50, Unit = "bpm", Source = "garmin" }], Token);
    }
}

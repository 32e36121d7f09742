using GarminSync.WebTests.Browsing;
using Microsoft.Playwright;

namespace GarminSync.WebTests;

public sealed class When_a_sync_is_watched(Chromium chromium)
{
    [Fact]
    public async Task What_failed_has_its_reason_and_is_retried()
    {
        await using var site = await Site.StartAsync(chromium);
        await site.LinkAsync();
        await site.SetFaultAsync(new { match = new { endpoint = $"/download-service/files/activity/{await site.NewestActivityAsync()}" }, kind = "ZipWithoutFit" });
        var visit = await site.VisitAsync();

        await visit.OpenAsync("sync");
        await visit.Page.GetByLabel("Activities", new() { Exact = true }).CheckAsync();
        await visit.Button("Start the sync").ClickAsync();
        await visit.SeesStateAsync("Completed with errors");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Table)).ToContainTextAsync(await site.NewestActivityAsync());
        (await visit.FaultsAsync()).ShouldBeEmpty();

        await site.EndFaultsAsync();
        await visit.Button("Retry what failed").ClickAsync();
        await visit.SeesStateAsync("Completed");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Table)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task One_of_several_failures_is_retried()
    {
        await using var site = await Site.StartAsync(chromium, activities: 3);
        await site.LinkAsync();
        await site.SetFaultAsync(new { match = new { endpoint = "/download-service/files/activity/*" }, kind = "ZipWithoutFit" });
        await site.SyncAsync();
        await site.EndFaultsAsync();
        var visit = await site.VisitAsync();
        await visit.OpenAsync("sync");
        await visit.Page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link).First.ClickAsync();
        await visit.SeesStateAsync("Completed with errors");
        var rows = visit.Page.GetByRole(AriaRole.Table).Locator("tbody tr");
        const int failed = 3;
        await Assertions.Expect(rows).ToHaveCountAsync(failed);

        await visit.Button($"Retry: {await site.NewestActivityAsync()}").ClickAsync();

        await Assertions.Expect(rows).ToHaveCountAsync(failed - 1);
        await visit.SeesStateAsync("Completed with errors");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Table)).Not.ToContainTextAsync(await site.NewestActivityAsync());
    }

    [Fact]
    public async Task It_can_be_cancelled_and_the_history_says_so()
    {
        await using var site = await Site.StartAsync(chromium, activities: 60, "--Garmin:RequestsPerSecond=4");
        await site.LinkAsync();
        var visit = await site.VisitAsync();

        await visit.OpenAsync("");
        await visit.Button("Sync now").ClickAsync();
        await visit.SeesStateAsync("Fetching");
        await visit.SeesAsync("At the pace of late it ends in about");
        await visit.Button("Cancel").ClickAsync();
        await visit.SeesStateAsync("Cancelled");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "All syncs" }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Table)).ToContainTextAsync("Cancelled");
    }

    [Fact]
    public async Task A_pause_says_why_and_counts_down()
    {
        await using var site = await Site.StartAsync(chromium);
        await site.LinkAsync();
        await site.SetFaultAsync(new { match = new { endpoint = "/activitylist-service/*" }, kind = "RateLimited", retryAfterSeconds = 600 });
        var visit = await site.VisitAsync();

        await visit.OpenAsync("");
        await visit.Button("Sync now").ClickAsync();

        await visit.SeesStateAsync("Paused");
        await visit.SeesAsync("It goes on by itself in");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Timer)).ToContainTextAsync(":");
    }
}

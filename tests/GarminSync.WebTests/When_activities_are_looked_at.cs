using System.Net.Http.Json;
using System.Text.Json;
using CentralDb.Client;
using GarminSync.Testing;
using GarminSync.WebTests.Browsing;
using Microsoft.Playwright;

namespace GarminSync.WebTests;

public sealed class When_activities_are_looked_at(Chromium chromium)
{
    [Fact]
    public async Task They_are_filtered_and_sorted_and_the_browsers_Back_undoes_it()
    {
        await using var site = await Site.StartAsync(chromium);
        var user = await site.LinkAsync();
        await site.StoreAsync(user, Activity(1, "Lauf am Fluß", "running", 9000));
        await site.StoreAsync(user, Activity(2, "Long ride", "cycling", 80_000));
        await site.StoreAsync(user, Activity(3, "Hügel", "running", 12_000));
        var visit = await site.VisitAsync();

        await visit.OpenAsync("activities");
        await SeesAsync(visit, "Hügel", "Long ride", "Lauf am Fluß");
        await visit.Page.GetByLabel("Type").SelectOptionAsync("running");
        await SeesAsync(visit, "Hügel", "Lauf am Fluß");
        await visit.Page.GetByLabel("Order").SelectOptionAsync("-distance_meters");
        await SeesAsync(visit, "Hügel", "Lauf am Fluß");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Distance", Exact = true }).ClickAsync();
        await SeesAsync(visit, "Lauf am Fluß", "Hügel");
        await visit.Page.GetByLabel("Name contains").FillAsync("HÜG");
        await visit.Page.Keyboard.PressAsync("Enter");
        await SeesAsync(visit, "Hügel");

        await visit.Page.GoBackAsync();
        await SeesAsync(visit, "Lauf am Fluß", "Hügel");
        await visit.Page.GetByLabel("To").FillAsync("1999-01-01");
        await visit.Button("Show").ClickAsync();
        await visit.SeesAsync("No activity is like that");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Show all" }).ClickAsync();
        await SeesAsync(visit, "Hügel", "Long ride", "Lauf am Fluß");
    }

    [Fact]
    public async Task Pages_lead_on_and_back_and_can_be_kept()
    {
        await using var site = await Site.StartAsync(chromium);
        var user = await site.LinkAsync();
        await site.StoreAsync(user, Activity(1000, "Run", "running", 5000));
        await site.MultiplyAsync(120);
        var visit = await site.VisitAsync();

        await visit.OpenAsync("activities");
        await visit.SeesAsync("1–50 of 121");
        await Next(visit).ClickAsync();
        await visit.SeesAsync("51–100 of 121");
        await Next(visit).ClickAsync();
        await visit.SeesAsync("101–121 of 121");
        await Assertions.Expect(Next(visit)).ToHaveCountAsync(0);

        await visit.Page.ReloadAsync();
        await visit.SeesAsync("101–121");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Previous" }).ClickAsync();
        await visit.SeesAsync("51–100");
        await visit.Page.GoBackAsync();
        await visit.SeesAsync("101–121");
        await visit.Page.GoBackAsync();
        await visit.SeesAsync("51–100");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "First page" }).ClickAsync();
        await visit.SeesAsync("1–50 of 121");
    }

    [Fact]
    public async Task Ten_thousand_are_asked_for_a_page_at_a_time()
    {
        await using var site = await Site.StartAsync(chromium);
        var user = await site.LinkAsync();
        await site.StoreAsync(user, Activity(1000, "Run", "running", 5000));
        await site.MultiplyAsync(9_999);
        var visit = await site.VisitAsync();
        await visit.OpenAsync("activities");

        site.Calls.Clear();
        await visit.OpenAsync("activities");
        await visit.SeesAsync("1–50 of 10,000");
        site.Calls.With("/overview").ShouldHaveSingleItem().ShouldContain("limit=50");
        (await visit.Page.Locator("tbody tr").CountAsync()).ShouldBe(50);
        var content = await visit.Page.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1");

        site.Calls.Clear();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await Next(visit).ClickAsync();
        await visit.SeesAsync("51–100 of 10,000");
        var next = clock.ElapsedMilliseconds;
        site.Calls.With("/overview").ShouldHaveSingleItem().ShouldContain("cursor=");
        (await visit.Page.Locator("tbody tr").CountAsync()).ShouldBe(50);

        site.Calls.Clear();
        clock.Restart();
        await visit.Page.GetByLabel("Order").SelectOptionAsync("-distance_meters");
        await Assertions.Expect(visit.Page.Locator("tbody tr").First).ToContainTextAsync("15.00 km");
        TestContext.Current.TestOutputHelper?.WriteLine($"10,000 activities: first content {content:0} ms, next page {next} ms, another order {clock.ElapsedMilliseconds} ms");
        site.Calls.With("/overview").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task None_says_what_to_do()
    {
        await using var site = await Site.StartAsync(chromium);
        await site.LinkAsync();
        var visit = await site.VisitAsync();

        await visit.OpenAsync("activities");
        await visit.SeesAsync("No activities are here yet");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Start a sync" }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Sync");
    }

    [Fact]
    public async Task One_has_curves_that_the_arrow_keys_read_laps_and_its_file()
    {
        await using var site = await Site.StartAsync(chromium);
        var user = await site.LinkAsync();
        await site.SyncAsync();
        var id = (await site.Api.GetFromJsonAsync<JsonElement>($"api/garmin/activities?type=running&sort=-distance_meters&user_id={user}"))
            .GetProperty("activities").EnumerateArray().First(one => one.GetProperty("files").GetArrayLength() > 0).GetProperty("garmin_activity_id").GetRawText();
        var visit = await site.VisitAsync();
        await visit.OpenAsync($"activities/{id}");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Group, new() { Name = "Heart rate" })).ToBeVisibleAsync();
        var read = visit.Page.Locator("[data-read]");
        await visit.Page.GetByRole(AriaRole.Slider).FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(read).ToContainTextAsync("bpm");
        await visit.Page.Keyboard.PressAsync("End");
        var end = await read.TextContentAsync();
        await visit.Page.Keyboard.PressAsync("Home");
        await Assertions.Expect(read).Not.ToHaveTextAsync(end!);
        await Assertions.Expect(visit.Page.Locator("[data-cross][visibility=visible]")).ToHaveCountAsync(await visit.Page.Locator("[data-plot]").CountAsync());

        await visit.Page.Locator("[data-plot]").First.HoverAsync();
        await Assertions.Expect(read).ToContainTextAsync("bpm");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Laps" })).ToBeVisibleAsync();

        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "FIT" }).ClickAsync());
        download.SuggestedFilename.ShouldEndWith(".fit");
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        bytes.AsSpan(8, 4).ToArray().ShouldBe(".FIT"u8.ToArray());
    }

    [Fact]
    public async Task One_of_a_real_watch_is_drawn_over_distance_or_time()
    {
        await using var site = await Site.StartAsync(chromium);
        var user = await site.LinkAsync();
        var file = await File.ReadAllBytesAsync(SharedFolder.Require("fit", "activity-small-fenix2-run.fit"), TestContext.Current.CancellationToken);
        await site.StoreAsync(user, Activity(7, "A real run", "running", 5000) with { FileFormat = "fit" }, file);
        var visit = await site.VisitAsync();

        site.Calls.Clear();
        await visit.OpenAsync("activities/7");
        var track = site.Calls.With("/track").ShouldHaveSingleItem();
        track.ShouldContain("points=600");
        var drawn = await site.Api.GetFromJsonAsync<JsonElement>("api/garmin/activities/7/track?points=600&user_id=" + user);
        var places = (await visit.Page.Locator("[data-charts]").GetAttributeAsync("data-x")).ShouldNotBeNull().Split(' ');
        places.Length.ShouldBe(drawn.GetProperty("curves").GetProperty("elapsed_seconds").GetArrayLength());
        var overDistance = await visit.Page.Locator("path.tone-heart").GetAttributeAsync("d");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Time", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("path.tone-heart")).Not.ToHaveAttributeAsync("d", overDistance!);
        site.Calls.With("/track").Count.ShouldBe(1, "what has been read is drawn anew");

        await visit.Page.Locator("[data-map]").HoverAsync();
        await Assertions.Expect(visit.Page.Locator("[data-places]")).ToHaveAttributeAsync("visibility", "visible");
        await Assertions.Expect(visit.Page.Locator("[data-read]")).ToContainTextAsync("bpm");
    }

    [Fact]
    public async Task One_without_a_file_says_why_there_is_nothing_to_draw()
    {
        await using var site = await Site.StartAsync(chromium);
        var user = await site.LinkAsync();
        await site.StoreAsync(user, Activity(8, "By hand", "yoga", null));
        var visit = await site.VisitAsync();

        await visit.OpenAsync("activities/8");

        await visit.SeesAsync("It has no files: it was entered by hand");
        await Assertions.Expect(visit.Page.Locator(".chart")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_leg_leads_to_its_whole_and_the_whole_to_its_legs()
    {
        await using var site = await Site.StartAsync(chromium);
        var user = await site.LinkAsync();
        await site.StoreAsync(user, Activity(20, "Triathlon", "multi_sport", 51_500));
        await site.StoreAsync(user, Activity(21, "Swim", "open_water_swimming", 1500) with { ParentGarminActivityId = 20 });
        var visit = await site.VisitAsync();

        await visit.OpenAsync("activities/20");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Open water swimming" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("h1")).ToContainTextAsync("Swim");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Leg of a multisport activity" }).ClickAsync();

        await Assertions.Expect(visit.Page.Locator("h1")).ToContainTextAsync("Triathlon");
    }

    private static ActivityUpload Activity(long id, string name, string type, double? distance) => new()
    {
        GarminActivityId = id,
        Name = name,
        ActivityType = type,
        StartTime = new DateTimeOffset(2026, 6, 14, 6, 30, 0, TimeSpan.Zero).AddMinutes(id % 1000),
        StartTimeLocal = new DateTime(2026, 6, 14, 8, 30, 0).AddMinutes(id % 1000),
        UtcOffsetSeconds = 7200,
        DurationSeconds = 3000,
        DistanceMeters = distance,
        AverageHeartRate = 140,
        FileFormat = ActivityUpload.WithoutFile,
        Revision = 1,
    };

    private static ILocator Next(Visit visit) => visit.Page.GetByRole(AriaRole.Link, new() { Name = "Next" });

    private static Task SeesAsync(Visit visit, params string[] names) => Assertions.Expect(visit.Page.Locator("tbody .what > span > a")).ToHaveTextAsync(names);
}

using System.Net.Http.Json;
using System.Text.Json;
using CentralDb.Client;
using GarminSync.Testing;
using GarminSync.Web.Activities;
using GarminSync.Web.Shown;
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
        await site.StoreAsync(user, Activity(1, "Lauf am Fluß", "running", 15_000));
        await site.StoreAsync(user, Activity(2, "Long ride", "cycling", 80_000));
        await site.StoreAsync(user, Activity(3, "Hügel", "running", 12_000));
        var visit = await site.VisitAsync();

        await visit.OpenAsync("activities");
        await SeesAsync(visit, "Hügel", "Long ride", "Lauf am Fluß");
        await visit.Page.GetByLabel("Type").SelectOptionAsync("running");
        await SeesAsync(visit, "Hügel", "Lauf am Fluß");
        await visit.Page.GetByLabel("Order").SelectOptionAsync("-distance_meters");
        await SeesAsync(visit, "Lauf am Fluß", "Hügel");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Distance", Exact = true }).ClickAsync();
        await SeesAsync(visit, "Hügel", "Lauf am Fluß");
        await visit.Page.GetByLabel("Name contains").FillAsync("HÜG");
        await visit.Page.Keyboard.PressAsync("Enter");
        await SeesAsync(visit, "Hügel");

        await visit.Page.GoBackAsync();
        await SeesAsync(visit, "Hügel", "Lauf am Fluß");
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
        var next = await visit.MillisecondsAsync(".pager [role=status]", "51–100 of 10,000", () => Next(visit).ClickAsync());
        site.Calls.With("/overview").ShouldHaveSingleItem().ShouldContain("cursor=");
        (await visit.Page.Locator("tbody tr").CountAsync()).ShouldBe(50);
        var after = await visit.MillisecondsAsync(".pager [role=status]", "101–150 of 10,000", () => Next(visit).ClickAsync());

        site.Calls.Clear();
        var order = await visit.MillisecondsAsync("tbody tr:first-child .number", "15.00 km", () => visit.Page.GetByLabel("Order").SelectOptionAsync("-distance_meters"));
        site.Calls.With("/overview").ShouldHaveSingleItem();
        var newest = await visit.MillisecondsAsync("tbody tr:first-child .number", "5.00 km", () => visit.Page.GetByLabel("Order").SelectOptionAsync("-start_time"));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"10,000 activities: first content {content:0} ms, next page {next:0} ms, the one after it {after:0} ms, another order {order:0} ms, one more {newest:0} ms");
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
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Slider)).ToHaveAttributeAsync("aria-valuetext", (await read.TextContentAsync())!);
        await Assertions.Expect(visit.Page.Locator("[data-charts] [aria-live]")).ToHaveCountAsync(0);
        await visit.Page.Keyboard.PressAsync("End");
        var end = await read.TextContentAsync();
        await visit.Page.Keyboard.PressAsync("Home");
        await Assertions.Expect(read).Not.ToHaveTextAsync(end!);
        await Assertions.Expect(visit.Page.Locator("[data-cross][visibility=visible]")).ToHaveCountAsync(await visit.Page.Locator("[data-plot]").CountAsync());

        await visit.Page.Locator("[data-plot]").First.HoverAsync();
        await Assertions.Expect(read).ToContainTextAsync("bpm");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Laps" })).ToBeVisibleAsync();

        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "FIT", Exact = true }).ClickAsync());
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

    [Theory]
    [InlineData("activities?from=abc", "nothing", "from")]
    [InlineData("activities", "api/garmin/activities?", "It is being mended.")]
    [InlineData("activities/7", "/track", "It is being mended.")]
    [InlineData("workouts", "api/garmin/workouts", "It is being mended.")]
    public async Task What_went_wrong_is_still_said_when_the_page_is_alive(string page, string refused, string said)
    {
        await using var site = await Site.StartAsync(chromium);
        var user = await site.LinkAsync();
        await site.StoreAsync(user, Activity(7, "Run", "running", 5000) with { FileFormat = "fit" }, [1, 2, 3]);
        site.Calls.Refuse(refused);
        var visit = await site.VisitAsync();

        await visit.OpenAsync(page);

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(said);
    }

    [Fact]
    public async Task An_odd_number_of_a_page_is_passed_over()
    {
        await using var site = await Site.StartAsync(chromium);
        var user = await site.LinkAsync();
        await site.StoreAsync(user, Activity(1000, "Run", "running", 5000));
        await site.MultiplyAsync(60);
        var visit = await site.VisitAsync();

        await visit.OpenAsync("workouts?page=abc");
        await visit.OpenAsync("activities?page=abc");
        await visit.SeesAsync("1–50 of 61");
        var next = await Next(visit).GetAttributeAsync("href");
        await visit.Page.GotoAsync(next!.Replace("page=2", "page=2147483647", StringComparison.Ordinal));
        await visit.AliveAsync();

        await Assertions.Expect(visit.Page.Locator(".pager")).Not.ToContainTextAsync("-");
    }

    [Fact]
    public async Task What_has_the_focus_keeps_it_while_others_are_read()
    {
        await using var site = await Site.StartAsync(chromium);
        var user = await site.LinkAsync();
        await site.StoreAsync(user, Activity(1000, "Run", "running", 5000));
        await site.MultiplyAsync(150);
        var visit = await site.VisitAsync();
        await visit.OpenAsync("activities");

        await Next(visit).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeesAsync("51–100 of 151");
        await Assertions.Expect(Next(visit)).ToBeFocusedAsync();

        await visit.Page.GetByLabel("Order").FocusAsync();
        await visit.Page.GetByLabel("Order").SelectOptionAsync("start_time");
        await visit.SeesAsync("1–50 of 151");
        await Assertions.Expect(visit.Page.GetByLabel("Order")).ToBeFocusedAsync();

        await visit.Page.GoBackAsync();
        await Assertions.Expect(visit.Page.GetByLabel("Order")).ToHaveValueAsync("-start_time");
    }

    [Theory]
    [InlineData("garmin-fenix-5-run.fit")]
    [InlineData("activity-small-fenix2-run.fit")]
    public async Task Means_are_those_of_the_device_and_no_more_is_said_than_is_known(string name)
    {
        await using var site = await Site.StartAsync(chromium);
        var user = await site.LinkAsync();
        var file = await File.ReadAllBytesAsync(SharedFolder.Require("fit", name), TestContext.Current.CancellationToken);
        await site.StoreAsync(user, Activity(7, "A real run", "running", 5000) with { FileFormat = "fit", Revision = 2 }, file);
        var track = await site.Api.GetFromJsonAsync<JsonElement>("api/garmin/activities/7/track?user_id=" + user);
        var highest = track.GetProperty("curves").GetProperty("heart_rate").EnumerateArray().Max(Number);
        var totals = track.GetProperty("sessions")[0].GetProperty("totals");
        var speed = Number(totals.GetProperty("average_speed_meters_per_second")) ?? (Number(totals.GetProperty("distance_meters")) / Number(totals.GetProperty("timer_seconds")));
        var visit = await site.VisitAsync();

        await visit.OpenAsync("activities/7");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Group, new() { Name = "Heart rate" }).Locator(".chart-rest"))
            .ToHaveTextAsync(Number(totals.GetProperty("average_heart_rate")) is { } mean ? $"⌀ {mean:0} bpm, highest {highest:0} bpm" : $"highest {highest:0} bpm");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Group, new() { Name = "Pace" }).Locator(".chart-rest"))
            .ToHaveTextAsync(speed is null ? "" : $"⌀ {SpeedUnit.Of("running").Text(speed)}");
        await visit.SeesAsync("Revision 2, stored");
        await Assertions.Expect(visit.Page.Locator(".files")).Not.ToContainTextAsync("changed");
    }

    [Fact]
    public async Task Its_revisions_say_when_each_was_stored_what_changed_and_which_files_are_still_here()
    {
        await using var site = await Site.StartAsync(chromium, activities: 0);
        var user = await site.LinkAsync();
        var run = Activity(7, "Run", "running", 5000) with { FileFormat = "gpx", Revision = 1 };
        await site.StoreAsync(user, run, [1, 2, 3]);
        await site.StoreAsync(user, run with { Name = "Easy run", Revision = 2 }, [1, 2, 3]);
        await site.StoreAsync(user, run with { Name = "Easy run", Revision = 3 }, [4, 5, 6]);
        await site.StoreAsync(user, run with { Name = "Easy run", Revision = 4, FileFormat = "tcx" }, [7, 8]);
        var visit = await site.VisitAsync(width: 390);

        await visit.OpenAsync("activities/7");

        var revisions = visit.Page.Locator(".revisions tbody tr");
        await Assertions.Expect(revisions).ToHaveCountAsync(4);
        foreach (var (place, number, changed, files) in new[] { (0, "4", "TCX file", "TCX"), (1, "3", "GPX file", "GPX"), (2, "2", "name", "GPX, not kept"), (3, "1", "the first that is known here", "GPX, not kept") })
        {
            await Assertions.Expect(revisions.Nth(place).GetByRole(AriaRole.Rowheader)).ToHaveTextAsync(number);
            await Assertions.Expect(revisions.Nth(place).GetByRole(AriaRole.Cell).Nth(1)).ToHaveTextAsync(changed);
            await Assertions.Expect(revisions.Nth(place).GetByRole(AriaRole.Cell).Nth(2)).ToContainTextAsync(files);
        }

        var download = await visit.Page.RunAndWaitForDownloadAsync(() => revisions.Nth(1).GetByRole(AriaRole.Link).ClickAsync());
        (await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).ShouldBe([4, 5, 6]);
        (await visit.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task In_mode_Token_a_user_downloads_own_files_and_no_others()
    {
        const string Key = "the-operator-key-of-these-tests-0123456789";
        await using var site = await Site.StartAsync(chromium, 4, "--Gateway:Auth:Mode=Token", $"--Gateway:Auth:OperatorKey={Key}");
        site.Api.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        var user = await site.LinkAsync();
        await site.StoreAsync(user, Activity(7, "Run", "running", 5000) with { FileFormat = "fit" }, [1, 2, 3]);
        var other = (await site.CentralDb.FindOrCreateUserAsync("other@example.com", TestContext.Current.CancellationToken)).Id;
        await site.StoreAsync(other, Activity(7, "Of somebody else", "running", 5000) with { FileFormat = "fit" }, [4, 5, 6]);
        using var made = await site.Api.PostAsJsonAsync("api/tokens", new { user_id = user });
        var visit = await site.VisitAsync();
        await visit.Page.GotoAsync($"{site.Url}/sign-in");
        await visit.Page.GetByLabel("Token").FillAsync((await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!);
        await visit.Button("Sign in").ClickAsync();
        await visit.AliveAsync();

        await visit.OpenAsync("activities/7");
        var link = visit.Page.GetByRole(AriaRole.Link, new() { Name = "FIT", Exact = true });
        (await link.GetAttributeAsync("href")).ShouldBe($"activities/7/files/fit/1?account={user}");
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        (await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).ShouldBe([1, 2, 3]);

        var foreign = await visit.Page.APIRequest.GetAsync($"{site.Url}/activities/7/files/fit/1?account={other}");
        foreign.Status.ShouldBe(404, "whose account it is nobody else is told");
    }

    [Fact]
    public async Task A_start_whose_clock_is_not_known_is_told_in_UTC()
    {
        await using var site = await Site.StartAsync(chromium);
        var user = await site.LinkAsync();
        await site.StoreAsync(user, Activity(9, "Run", "running", 5000) with { StartTimeLocal = null, UtcOffsetSeconds = null });
        var visit = await site.VisitAsync();

        await visit.OpenAsync("activities");
        await Assertions.Expect(visit.Page.Locator("td.when")).ToHaveTextAsync("Sun 14 Jun 2026, 06:39 UTC");
        await visit.OpenAsync("activities/9");
        await visit.SeesAsync("Sunday, 14 June 2026, 06:39 UTC");
    }

    [Theory]
    [InlineData("trail_running", "/km", "spm", 160)]
    [InlineData("ultra_run", "/km", "spm", 160)]
    [InlineData("hiking", "/km", "spm", 160)]
    [InlineData("lap_swimming", "/100 m", "spm", 80)]
    [InlineData("cycling", "km/h", "rpm", 80)]
    public void Speed_and_cadence_are_told_as_the_sport_does(string type, string speed, string cadence, double value)
    {
        SpeedUnit.Of(type).Unit.ShouldBe(speed);
        Cadence.Text(80, type).ShouldBe($"{value} {cadence}");
    }

    [Theory]
    [InlineData(3661.4, "1:01:01")]
    [InlineData(-1, "–")]
    [InlineData(double.NaN, "–")]
    [InlineData(1e300, "250000000:00:00")]
    [InlineData(double.PositiveInfinity, "250000000:00:00")]
    public void A_duration_that_nothing_takes_is_no_fault(double seconds, string said) => Figures.Duration(seconds).ShouldBe(said);

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

    private static double? Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static ILocator Next(Visit visit) => visit.Page.GetByRole(AriaRole.Link, new() { Name = "Next" });

    private static Task SeesAsync(Visit visit, params string[] names) => Assertions.Expect(visit.Page.Locator("tbody .what > span > a")).ToHaveTextAsync(names);
}

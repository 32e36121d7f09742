using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using CentralDb.Client;
using GarminSync.WebTests.Browsing;
using Microsoft.Playwright;

namespace GarminSync.WebTests;

public sealed class When_health_is_looked_at(Chromium chromium)
{
    // Long ago and in a month of its own, so that it is the same on every day on which the test runs.
    private const string June = "health?period=month&date=2025-06-15";

    // All that the page draws of days, but for cycling.
    private static readonly string[] Types =
    [
        "steps", "step_goal", "sleep_duration", "deep_sleep", "light_sleep", "rem_sleep", "awake_sleep", "sleep_score", "resting_heart_rate", "hrv_last_night_average",
        "hrv_weekly_average", "hrv_baseline_balanced_low", "hrv_baseline_balanced_upper", "average_stress", "body_battery_highest", "body_battery_lowest", "average_spo2",
        "lowest_spo2", "average_waking_respiration", "training_readiness", "weight", "body_fat", "body_water", "muscle_mass", "training_status", "acute_training_load",
        "min_chronic_training_load", "max_chronic_training_load", "vo2_max", "race_prediction_5k", "race_prediction_10k", "race_prediction_half_marathon", "race_prediction_marathon",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_synced_month_has_the_values_of_the_API()
    {
        await using var site = await Site.StartAsync(chromium, activities: 0);
        var user = await site.LinkAsync();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var end = today.AddDays(-today.Day);
        var (from, to) = ($"{end:yyyy-MM}-01", $"{end:yyyy-MM-dd}");
        await site.SyncHealthAsync(new { start_date = from, end_date = to });
        var visit = await site.VisitAsync();

        await visit.OpenAsync($"health?period=month&date={to}");

        var days = Points(await site.Api.GetFromJsonAsync<JsonElement>($"api/garmin/health?user_id={user}&metric_type=resting_heart_rate&resolution=day&from={from}&to={to}", Token));
        days.Count.ShouldBeGreaterThan(10);
        var heart = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Heart", Exact = true });
        await Assertions.Expect(heart.Locator(".chart-rest").First).ToHaveTextAsync($"mean {days.Values.Average():0} bpm");
        await heart.GetByText("Values as a table").ClickAsync();
        foreach (var (day, value) in days)
        {
            await Assertions.Expect(heart.GetByRole(AriaRole.Row).Filter(new() { Has = visit.Page.GetByRole(AriaRole.Rowheader, new() { Name = $"{day:d MMM yyyy}", Exact = true }) }).GetByRole(AriaRole.Cell).First).ToHaveTextAsync($"{value} bpm");
        }
    }

    [Fact]
    public async Task A_day_without_a_value_is_a_gap_in_the_line()
    {
        await using var site = await Site.StartAsync(chromium, activities: 0);
        var user = await site.LinkAsync();
        await site.CentralDb.WriteHealthMetricsAsync([.. new[] { 1, 2, 3, 5, 6 }.Select(day => Day(user, "resting_heart_rate", new DateOnly(2025, 6, day), 50 + day))], Token);
        var visit = await site.VisitAsync();

        await visit.OpenAsync(June);

        var line = await visit.Page.GetByRole(AriaRole.Region, new() { Name = "Heart", Exact = true }).Locator("path.chart-line").GetAttributeAsync("d");
        line.ShouldNotBeNull().Count(letter => letter == 'M').ShouldBe(2, line);
        line.Count(letter => letter == 'L').ShouldBe(3, line);
    }

    [Fact]
    public async Task A_night_is_drawn_by_the_clock_of_the_athlete()
    {
        await using var site = await Site.StartAsync(chromium, activities: 0);
        var user = await site.LinkAsync();
        await site.CentralDb.WriteHealthMetricsAsync(NightInTokyo(user), Token);
        var visit = await site.VisitAsync();

        await visit.OpenAsync("health?period=day&date=2025-06-15");

        var night = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Night", Exact = true });
        await Assertions.Expect(night.Locator("svg")).ToHaveAttributeAsync("aria-label", "23:10 – 06:40: Deep 1 h 30 min, Light 4 h 00 min, REM 1 h 30 min, Awake 30 min");
        await Assertions.Expect(night.Locator("rect")).ToHaveCountAsync(4);
        await visit.SeesAsync("Times are those of the athlete's clock (UTC+9:00); yours is UTC+2:00.");
        (await visit.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Curves_that_were_not_fetched_are_fetched_by_a_button()
    {
        await using var site = await Site.StartAsync(chromium, activities: 0);
        await site.LinkAsync();
        var yesterday = TimeProvider.System.GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await site.SyncHealthAsync(new { start_date = yesterday, end_date = yesterday });
        var visit = await site.VisitAsync();

        await visit.OpenAsync($"health?period=day&date={yesterday}");
        await visit.SeesAsync("The curves of this day are not here");
        await visit.Button("Fetch the curves of this day").ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Region, new() { Name = "Through the day", Exact = true })).ToContainTextAsync("Heart rate");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Region, new() { Name = "Night", Exact = true }).Locator("rect").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_account_that_was_never_synced_is_told_what_to_do()
    {
        await using var site = await Site.StartAsync(chromium, activities: 0);
        await site.LinkAsync();
        var visit = await site.VisitAsync();

        await visit.OpenAsync("health");
        await visit.SeesAsync("No health data yet");
        await visit.Button("Fetch health data").ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".figures")).ToContainTextAsync("Resting heart rate");
    }

    [Fact]
    public async Task A_metric_that_the_account_does_not_have_is_named_and_has_no_chart()
    {
        await using var site = await Site.StartAsync(chromium, activities: 0);
        var user = await site.LinkAsync();
        await site.CentralDb.WriteHealthMetricsAsync([Day(user, "steps", new DateOnly(2025, 6, 2), 8124)], Token);
        var visit = await site.VisitAsync();

        await visit.OpenAsync(June);

        await visit.SeesAsync("No values at all: Sleep, Resting heart rate");
        await Assertions.Expect(visit.Page.Locator(".themes section")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_period_is_chosen_by_keyboard_and_Back_goes_back()
    {
        await using var site = await Site.StartAsync(chromium, activities: 0);
        var user = await site.LinkAsync();
        await site.CentralDb.WriteHealthMetricsAsync([.. Enumerable.Range(1, 30).Select(day => Day(user, "resting_heart_rate", new DateOnly(2025, 6, day), 50 + day))], Token);
        var visit = await site.VisitAsync();
        var title = visit.Page.Locator(".periods h2");

        await visit.OpenAsync(June);
        await Assertions.Expect(title).ToHaveTextAsync("June 2025");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Week", Exact = true }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(title).ToHaveTextAsync("30 Jun – 6 Jul 2025");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Earlier" }).ClickAsync();
        await Assertions.Expect(title).ToHaveTextAsync("23 Jun – 29 Jun 2025");
        visit.Page.Url.ShouldContain("period=week&date=2025-06-29");

        // The crosshair goes by arrow keys.
        var slider = visit.Page.GetByRole(AriaRole.Slider, new() { Name = "Heart" });
        await slider.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(visit.Page.Locator(".chart-now").First).ToHaveTextAsync("74 bpm");

        await visit.Page.GoBackAsync();
        await Assertions.Expect(title).ToHaveTextAsync("30 Jun – 6 Jul 2025");
        await visit.Page.GoBackAsync();
        await Assertions.Expect(title).ToHaveTextAsync("June 2025");
    }

    [Fact]
    public async Task A_mean_over_a_year_is_that_of_its_days_and_a_status_is_the_last_of_its_week()
    {
        await using var site = await Site.StartAsync(chromium, activities: 0);
        var user = await site.LinkAsync();
        await site.CentralDb.WriteHealthMetricsAsync(
            [
                Day(user, "steps", new DateOnly(2025, 6, 18), 20_000),
                .. Enumerable.Range(25, 6).Select(day => Day(user, "steps", new DateOnly(2025, 6, day), 5_000)),
                Day(user, "steps", new DateOnly(2025, 7, 1), 5_000),
                Day(user, "training_status", new DateOnly(2025, 6, 25), 7),
                Day(user, "training_status", new DateOnly(2025, 6, 26), 7),
                Day(user, "training_status", new DateOnly(2025, 6, 27), 1),
            ],
            Token);
        var visit = await site.VisitAsync();

        await visit.OpenAsync("health?period=year&date=2025-06-15");

        await Assertions.Expect(Region(visit, "Activity").Locator(".chart-rest").First).ToHaveTextAsync("mean 6,875");
        await Region(visit, "Training").GetByText("Values as a table").ClickAsync();
        await Assertions.Expect(Row(visit, "Training", "25 Jun 2025")).ToHaveTextAsync("Detraining");
    }

    [Fact]
    public async Task A_weighing_is_in_the_week_in_which_it_was()
    {
        await using var site = await Site.StartAsync(chromium, activities: 0);
        var user = await site.LinkAsync();
        HealthMetric Weighing(int month, int day, double kilograms) =>
            Day(user, "weight", default, kilograms) with { Date = null, Timestamp = new DateTimeOffset(2025, month, day, 8, 0, 0, TimeSpan.Zero) };
        await site.CentralDb.WriteHealthMetricsAsync([Weighing(6, 24, 71), Weighing(6, 25, 70), Weighing(12, 31, 69)], Token);
        var visit = await site.VisitAsync();

        await visit.OpenAsync("health?period=year&date=2025-06-15");
        await Region(visit, "Body").GetByText("Values as a table").ClickAsync();

        await Assertions.Expect(Row(visit, "Body", "18 Jun 2025")).ToHaveTextAsync("71 kg");
        await Assertions.Expect(Row(visit, "Body", "25 Jun 2025")).ToHaveTextAsync("70 kg");
        await Assertions.Expect(Row(visit, "Body", "31 Dec 2025")).ToHaveTextAsync("69 kg");
    }

    [Fact]
    public async Task All_begins_with_the_first_value_of_any_metric()
    {
        await using var site = await Site.StartAsync(chromium, activities: 0);
        var user = await site.LinkAsync();
        await site.CentralDb.WriteHealthMetricsAsync(
            [.. Types.Where(type => type != "weight").Select(type => Day(user, type, new DateOnly(2025, 6, 15), 50)), Day(user, "weight", new DateOnly(2025, 1, 5), 70)], Token);
        var visit = await site.VisitAsync();

        await visit.OpenAsync("health?period=all");
        await Region(visit, "Body").GetByText("Values as a table").ClickAsync();

        await Assertions.Expect(Row(visit, "Body", "5 Jan 2025")).ToHaveTextAsync("70 kg");
    }

    [Fact]
    public async Task A_table_that_was_open_is_closed_after_a_month_without_values()
    {
        await using var site = await Site.StartAsync(chromium, activities: 0);
        var user = await site.LinkAsync();
        await site.CentralDb.WriteHealthMetricsAsync([Day(user, "resting_heart_rate", new DateOnly(2025, 6, 2), 51), Day(user, "steps", new DateOnly(2025, 5, 2), 8000)], Token);
        var visit = await site.VisitAsync();
        var heart = Region(visit, "Heart");

        await visit.OpenAsync(June);
        await heart.GetByText("Values as a table").ClickAsync();
        await Assertions.Expect(heart.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Earlier" }).ClickAsync();
        await Assertions.Expect(heart.Locator("details")).ToHaveCountAsync(0);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Later" }).ClickAsync();
        await heart.GetByText("Values as a table").ClickAsync();

        await Assertions.Expect(heart.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_coarse_curve_is_joined_and_its_bars_are_as_wide_as_it_is_coarse()
    {
        await using var site = await Site.StartAsync(chromium, activities: 0);
        var user = await site.LinkAsync();
        var start = new DateTimeOffset(2025, 6, 15, 0, 0, 0, TimeSpan.Zero);
        HealthMetric Value(string type, int minute, double value) => Day(user, type, default, value) with { Date = null, Timestamp = start.AddMinutes(minute) };
        int[] minutes = [0, 10, 20, 30, 50, 60, 180, 190, 200];
        await site.CentralDb.WriteHealthMetricsAsync(
            [.. minutes.Select(minute => Value("heart_rate", minute, 60 + minute)), .. new[] { 0, 15, 30, 45 }.Select(minute => Value("interval_steps", minute, 100))], Token);
        var visit = await site.VisitAsync();

        await visit.OpenAsync("health?period=day&date=2025-06-15");

        var curves = Region(visit, "Through the day");
        var line = await curves.Locator("path.chart-line.tone-heart").GetAttributeAsync("d");
        (line.ShouldNotBeNull().Count(letter => letter == 'M'), line.Count(letter => letter == 'L')).ShouldBe((2, 7), line);
        var bars = await curves.Locator("path.chart-fill.tone-plain").GetAttributeAsync("d");
        var bar = System.Text.RegularExpressions.Regex.Match(bars.ShouldNotBeNull(), @"^M(\S+) .*?H([^V]+)V");
        (double.Parse(bar.Groups[2].Value, CultureInfo.InvariantCulture) - double.Parse(bar.Groups[1].Value, CultureInfo.InvariantCulture)).ShouldBe(7.5, 0.3, "72 % of a quarter of an hour");
    }

    [Fact]
    public async Task Cycling_without_running_and_water_without_fat_have_their_charts()
    {
        await using var site = await Site.StartAsync(chromium, activities: 0);
        var user = await site.LinkAsync();
        await site.CentralDb.WriteHealthMetricsAsync([Day(user, "vo2_max_cycling", new DateOnly(2025, 6, 2), 48), Day(user, "body_water", new DateOnly(2025, 6, 2), 55)], Token);
        var visit = await site.VisitAsync();

        await visit.OpenAsync(June);

        await Assertions.Expect(Region(visit, "Training").Locator(".chart-rest").First).ToHaveTextAsync("mean 48 ml/kg/min");
        await Assertions.Expect(Region(visit, "Body")).ToContainTextAsync("Composition");
        await Assertions.Expect(visit.Page.GetByText("No values at all")).Not.ToContainTextAsync("VO2");
    }

    [Fact]
    public async Task Three_years_are_asked_for_in_few_calls_and_no_more_points_than_are_drawn()
    {
        await using var site = await Site.StartAsync(chromium, activities: 0, "--CentralDb:HealthMetricBatchSize=2000");
        var user = await site.LinkAsync();
        var last = new DateOnly(2025, 12, 31);
        await site.CentralDb.WriteHealthMetricsAsync(ThreeYears(user, last), Token);
        await site.WarmPageAsync();
        site.Calls.With("/api/garmin/health").ShouldNotBeEmpty("the pages were rendered");
        var visit = await site.VisitAsync(width: 1440);
        var written = new System.Text.StringBuilder();

        foreach (var (period, calls, rows) in new[] { ("day", 4, 1500), ("week", 3, 33 * 7), ("month", 3, 33 * 31), ("year", 3, 33 * 53), ("all", 3, 33 * 106) })
        {
            site.Calls.Clear();
            await visit.Page.GotoAsync($"{site.Url}/health?period={period}&date=2025-12-31");
            await visit.AliveAsync();
            await visit.Page.WaitForFunctionAsync("() => performance.getEntriesByName('first-contentful-paint').length > 0");
            var first = await visit.Page.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0].startTime");
            var asked = site.Calls.With("/api/garmin/health");
            asked.Count.ShouldBeLessThanOrEqualTo(calls, string.Join('\n', asked));
            var points = 0;
            foreach (var call in asked.Where(call => call.Contains("metric_type", StringComparison.Ordinal)))
            {
                var answer = await site.Api.GetFromJsonAsync<JsonElement>(call, Token);
                points += answer.GetProperty("metrics").EnumerateArray().Sum(metric => metric.GetProperty("points").GetArrayLength());
            }

            points.ShouldBeInRange(1, rows, period);
            written.AppendLine(CultureInfo.InvariantCulture, $"{period}: {asked.Count} calls about health, {points} points, first content after {first:0} ms");
        }

        // The page is alive: a click is a message over its connection.
        foreach (var round in new[] { "first", "second", "third" })
        {
            await visit.OpenAsync("health?period=month&date=2025-12-31");
            foreach (var (link, title) in new[] { ("Earlier", "November 2025"), ("Later", "December 2025"), ("Year", "2025"), ("All", "All") })
            {
                var waited = await visit.MillisecondsAsync(".periods h2", title, () => visit.Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync());
                await Assertions.Expect(visit.Page.Locator(".periods h2")).ToHaveTextAsync(title);
                written.AppendLine(CultureInfo.InvariantCulture, $"{link}, {round} time: {waited:0} ms");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(written.ToString());
    }

    // A value a day of all that the page draws, and the curves of the last day.
    private static List<HealthMetric> ThreeYears(string user, DateOnly last)
    {
        var dice = new Random(7);
        var begin = new DateTimeOffset(last.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return
        [
            .. Types.SelectMany((type, number) => Enumerable.Range(0, 3 * 365).Select(day => Day(user, type, last.AddDays(-day), (number * 100) + dice.Next(100)))),
            .. new[] { ("heart_rate", 2), ("stress", 3), ("body_battery", 3), ("respiration", 2), ("interval_steps", 15) }.SelectMany(curve =>
                Enumerable.Range(0, 24 * 60 / curve.Item2).Select(place => Day(user, curve.Item1, default, dice.Next(40, 90)) with { Date = null, Timestamp = begin.AddMinutes(place * curve.Item2) })),
        ];
    }

    private static ILocator Region(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });

    // The first value of a row of a table.
    private static ILocator Row(Visit visit, string region, string name) => Region(visit, region).GetByRole(AriaRole.Row)
        .Filter(new() { Has = visit.Page.GetByRole(AriaRole.Rowheader, new() { Name = name, Exact = true }) }).GetByRole(AriaRole.Cell).First;

    private static HealthMetric Day(string user, string type, DateOnly date, double value) =>
        new() { UserId = user, MetricType = type, Date = date, Value = value, Unit = "1", Source = "garmin" };

    private static List<HealthMetric> NightInTokyo(string user)
    {
        // 23:10 there.
        var start = new DateTimeOffset(2025, 6, 14, 14, 10, 0, TimeSpan.Zero);
        var stages = new List<HealthMetric>();
        var at = start;
        foreach (var (stage, minutes) in new[] { (1, 240), (0, 90), (3, 30), (2, 90) })
        {
            stages.Add(Day(user, "sleep_stage", default, stage) with
            {
                Date = null,
                Timestamp = at,
                Details = JsonElement.Parse($$"""{"end":"{{at.AddMinutes(minutes):yyyy-MM-ddTHH:mm:ssZ}}","date":"2025-06-15"}"""),
            });
            at = at.AddMinutes(minutes);
        }

        return
        [
            Day(user, "sleep_duration", new DateOnly(2025, 6, 15), 25_200) with
            {
                Details = JsonElement.Parse($$"""{"start":"{{start:yyyy-MM-ddTHH:mm:ssZ}}","end":"{{at:yyyy-MM-ddTHH:mm:ssZ}}","utc_offset_seconds":32400}"""),
            },
            .. stages,
        ];
    }

    private static Dictionary<DateOnly, double> Points(JsonElement answer) =>
        answer.GetProperty("metrics")[0].GetProperty("points").EnumerateArray()
            .ToDictionary(point => DateOnly.ParseExact(point.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture), point => point.GetProperty("value").GetDouble());
}

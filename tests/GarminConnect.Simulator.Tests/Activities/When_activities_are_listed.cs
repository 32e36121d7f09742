using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator.Tests.Files;
using GarminConnect.Simulator.Tests.Recordings;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Activities;

public class When_activities_are_listed
{
    /// <summary>Named by the protocol reference; the recorded rows are of sports without them.</summary>
    private static readonly string[] Documented =
    [
        "activityUUID", "averageBikingCadenceInRevPerMinute", "maxBikingCadenceInRevPerMinute", "averageSwimCadenceInStrokesPerMinute", "poolLength", "activeLengths",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    [InlineData(100)]
    public async Task Pages_cover_every_activity_once_and_end_with_an_empty_one(int limit)
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        var ids = new List<long>();
        for (var start = 0; ; start += limit)
        {
            var page = await api.ListAsync($"start={start}&limit={limit}");
            if (page.Count == 0)
            {
                break;
            }

            ids.AddRange(page.Select(row => row.Id()));
        }

        ids.Count.ShouldBe(40);
        ids.ShouldBeUnique();
        (await api.GetJsonAsync("activitylist-service/activities/count")).GetProperty("totalCount").GetInt32().ShouldBe(40);
    }

    [Fact]
    public async Task The_newest_is_of_yesterday_and_comes_first()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        var starts = (await api.ListAsync()).ConvertAll(row => row.Text("startTimeLocal")!);

        starts[0].ShouldStartWith("2026-06-14 ");
        starts.ShouldBe(starts.OrderDescending(StringComparer.Ordinal));
        (await api.ListAsync("limit=1000&sortOrder=asc")).ConvertAll(row => row.Text("startTimeLocal")!).ShouldBe(starts.AsEnumerable().Reverse());
    }

    [Fact]
    public async Task It_may_be_set_to_ignore_the_days_and_to_begin_with_the_oldest()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var all = (await api.ListAsync("limit=1000")).ConvertAll(row => row.Id());

        using var set = await simulator.Http.PatchAsJsonAsync("admin/settings", new { listIgnoresDays = true, listOldestFirst = true }, TestSimulator.Cancel);

        (await api.ListAsync("limit=1000&startDate=2026-06-14&endDate=2026-06-14")).ConvertAll(row => row.Id()).ShouldBe(all.AsEnumerable().Reverse());
    }

    [Fact]
    public async Task Both_dates_are_included()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var days = (await api.ListAsync()).ConvertAll(row => row.Text("startTimeLocal")![..10]);
        var (from, to) = (days[20], days[10]);

        var found = await api.ListAsync($"limit=1000&startDate={from}&endDate={to}");

        found.Count.ShouldBe(11);
        found[0].Text("startTimeLocal")!.ShouldStartWith(to);
        found[^1].Text("startTimeLocal")!.ShouldStartWith(from);
    }

    [Fact]
    public async Task A_type_stands_for_its_sub_types_too()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var all = await api.ListAsync();

        var running = await api.ListAsync("limit=1000&activityType=running");
        var trail = await api.ListAsync("limit=1000&activityType=running&activitySubType=trail_running");

        running.Select(Type).Distinct().Order().ShouldBe(["running", "trail_running"]);
        running.Count.ShouldBe(all.Count(row => Type(row) is "running" or "trail_running"));
        trail.Count.ShouldBe(all.Count(row => Type(row) == "trail_running"));
    }

    [Fact]
    public async Task A_text_is_searched_in_the_name()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        var found = await api.ListAsync("search=TRIATHLON");

        found.Single().Text("activityName").ShouldBe("Potsdam Triathlon");
    }

    [Theory]
    [InlineData("limit=1001")]
    [InlineData("limit=0")]
    [InlineData("start=-1")]
    [InlineData("startDate=yesterday")]
    public async Task An_impossible_page_is_refused(string query)
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        using var answer = await api.GetAsync($"activitylist-service/activities/search/activities?{query}", TestSimulator.Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_row_has_no_member_and_no_kind_of_value_that_Garmin_does_not_send()
    {
        var recorded = (await Recording.BodyAsync("data-activity-list-0")).EnumerateArray().ToList();
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        foreach (var row in await api.ListAsync())
        {
            Recording.Differences(row, recorded).Where(difference => !Documented.Any(name => difference == $"$.{name} is not recorded")).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_recorded_run_has_little_that_ours_lack()
    {
        var recorded = (await Recording.BodyAsync("data-activity-list-0")).EnumerateArray().First();
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        var run = (await api.ListAsync("limit=1000&activityType=running")).First(row => row.HasFit());

        Recording.Missing(run, recorded).Order(StringComparer.Ordinal).ShouldBe(
        [
            "avgGradeAdjustedSpeed", "avgGroundContactTime", "avgPower", "avgStrideLength", "avgVerticalOscillation", "avgVerticalRatio", "fastestSplit_1000", "fastestSplit_1609",
            "maxPower", "maxVerticalSpeed", "minActivityLapDuration", "normPower", "ownerProfileImageUrlLarge", "ownerProfileImageUrlMedium", "ownerProfileImageUrlSmall",
            "powerTimeInZone_1", "powerTimeInZone_2", "powerTimeInZone_3", "powerTimeInZone_4", "powerTimeInZone_5", "waterEstimated", "workoutId",
        ]);
    }

    [Fact]
    public async Task Whole_measurements_are_written_with_a_decimal_point()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        (await api.ListAsync())[0].GetProperty("averageHR").GetRawText().ShouldEndWith(".0");
    }

    private static string? Type(JsonElement row) => row.GetProperty("activityType").Text("typeKey");
}

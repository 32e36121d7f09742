using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace CentralDb.Client.Tests;

public sealed class When_data_are_read
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_of_activities_is_asked_for_by_what_it_is_to_be()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json("""{"items":[],"next_cursor":null,"total":0}"""), Answer.Json("""{"items":[],"total":null}"""));

        await db.Client.ListActivitiesAsync("7", new ActivityQuery(), Token);
        await db.Client.ListActivitiesAsync(
            "7",
            new ActivityQuery
            {
                Types = ["running", "trail_running"],
                Text = "100% Öst&",
                From = new DateOnly(2026, 3, 1),
                To = new DateOnly(2026, 3, 31),
                MinDistanceMeters = 0.5,
                MaxDistanceMeters = 42_195,
                MinDurationSeconds = 60,
                MaxDurationSeconds = 3600.25,
                Sort = ActivitySort.ElevationGain,
                Ascending = true,
                Cursor = "c-1_x",
                Limit = 20,
            },
            Token);

        db.Server.Requests.Select(request => request.Target).ShouldBe(
            [
                "/activities/7/overview?sort=start_time&order=desc&limit=50",
                "/activities/7/overview?type=running&type=trail_running&text=100%25%20%C3%96st%26&from=2026-03-01&to=2026-03-31&min_distance_meters=0.5&max_distance_meters=42195"
                + "&min_duration_seconds=60&max_duration_seconds=3600.25&sort=elevation_gain_meters&order=asc&cursor=c-1_x&limit=20",
            ]);
    }

    [Theory]
    [InlineData(ActivitySort.StartTime, "start_time")]
    [InlineData(ActivitySort.Distance, "distance_meters")]
    [InlineData(ActivitySort.Duration, "duration_seconds")]
    [InlineData(ActivitySort.ElevationGain, "elevation_gain_meters")]
    [InlineData(ActivitySort.AverageHeartRate, "average_heart_rate")]
    public async Task Each_order_has_its_name(ActivitySort sort, string name)
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json("""{"items":[]}"""));

        await db.Client.ListActivitiesAsync("7", new ActivityQuery { Sort = sort }, Token);

        db.Server.Requests.Single().Target.ShouldContain($"sort={name}&");
    }

    [Fact]
    public async Task An_activity_is_read_with_its_files()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json(
            """
            {"items":[{"user_id":"u","garmin_activity_id":12129115726,"activity_id":"a-1","name":"Run","activity_type":"running","start_time":"2026-11-01T06:30:00Z",
             "start_time_local":"2026-11-01T07:30:00","utc_offset_seconds":3600,"parent_garmin_activity_id":5,"duration_seconds":1800.5,"distance_meters":5000,
             "elevation_gain_meters":null,"calories":300,"average_heart_rate":140,"max_heart_rate":170,"revision":2,"updated_at":"2026-11-02T00:00:00.5Z",
             "files":[{"id":"a-1","file_format":"fit","file_part":1,"file_size":20,"sha256":"ab","revision":2}]}],
             "next_cursor":"next","total":10000}
            """));

        var page = (await db.Client.ListActivitiesAsync("7", new ActivityQuery(), Token))!;

        (page.NextCursor, page.Total).ShouldBe(("next", 10_000));
        var activity = page.Items.Single();
        activity.Files.ShouldBe([new StoredActivityFile("a-1", "fit", 1, 20, "ab", 2)]);
        (activity with { Files = [] }).ToString().ShouldBe((new ActivityOverview
        {
            GarminActivityId = 12129115726,
            ActivityId = "a-1",
            Name = "Run",
            ActivityType = "running",
            StartTime = new DateTimeOffset(2026, 11, 1, 6, 30, 0, TimeSpan.Zero),
            StartTimeLocal = new DateTime(2026, 11, 1, 7, 30, 0),
            UtcOffsetSeconds = 3600,
            ParentGarminActivityId = 5,
            DurationSeconds = 1800.5,
            DistanceMeters = 5000,
            Calories = 300,
            AverageHeartRate = 140,
            MaxHeartRate = 170,
            Revision = 2,
            UpdatedAt = new DateTimeOffset(2026, 11, 2, 0, 0, 0, 500, TimeSpan.Zero),
            Files = [],
        }).ToString());
    }

    [Fact]
    public async Task The_types_of_activities_are_counted()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json("""[{"activity_type":"running","count":3},{"activity_type":null,"count":1}]"""));

        (await db.Client.ListActivityTypesAsync("7", Token)).ShouldBe([new ActivityTypeCount("running", 3), new ActivityTypeCount(null, 1)]);

        db.Server.Requests.Single().Target.ShouldBe("/activities/7/types");
    }

    [Fact]
    public async Task A_series_has_its_buckets()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json(
            """
            {"items":[{"metric_type":"heart_rate","unit":"bpm","daily":false,"bucket_seconds":1800,"buckets":[
              {"timestamp":"2026-11-01T10:00:00Z","first":60,"min":59.5,"max":90,"mean":74,"last":72,"count":3}]},
             {"metric_type":"steps","unit":null,"daily":true,"bucket_seconds":86400,"buckets":[{"date":"2026-11-01","first":1,"min":1,"max":1,"mean":1,"last":1,"count":1}]}]}
            """));
        var from = new DateTimeOffset(2026, 11, 1, 1, 0, 0, TimeSpan.FromHours(1));

        var series = (await db.Client.GetHealthMetricSeriesAsync("7", ["heart_rate", "steps"], from, from.AddHours(1).AddMicroseconds(1), 400, Token))!;

        db.Server.Requests.Single().Target.ShouldBe(
            "/health_metrics/series?user_id=7&metric_type=heart_rate&metric_type=steps&from=2026-11-01T00%3A00%3A00Z&to=2026-11-01T01%3A00%3A00.000001Z&points=400");
        series.Select(one => (one.MetricType, one.Unit, one.Daily, one.BucketSeconds)).ShouldBe([("heart_rate", "bpm", false, 1800), ("steps", null, true, 86_400)]);
        series[0].Buckets.ShouldBe([new HealthMetricBucket(new DateTimeOffset(2026, 11, 1, 10, 0, 0, TimeSpan.Zero), null, 60, 59.5, 90, 74, 72, 3)]);
        series[1].Buckets.ShouldBe([new HealthMetricBucket(null, new DateOnly(2026, 11, 1), 1, 1, 1, 1, 1, 1)]);
    }

    [Fact]
    public async Task Days_have_one_value_each()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json(
            """{"items":[{"metric_type":"steps","unit":"1","days":[{"date":"2026-11-01","value":100},{"date":"2026-11-03","value":300.5}]}]}"""));

        var metrics = (await db.Client.GetHealthMetricDaysAsync("7", ["steps"], new DateOnly(2026, 11, 1), null, Token))!;

        db.Server.Requests.Single().Target.ShouldBe("/health_metrics/days?user_id=7&metric_type=steps&from=2026-11-01");
        (metrics.Single().MetricType, metrics.Single().Unit).ShouldBe(("steps", "1"));
        metrics.Single().Days.ShouldBe([new HealthMetricDay(new DateOnly(2026, 11, 1), 100), new HealthMetricDay(new DateOnly(2026, 11, 3), 300.5)]);
    }

    [Fact]
    public async Task The_latest_values_have_their_day_or_moment()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json(
            """
            {"items":[{"metric_type":"stress","timestamp":"2026-11-01T10:00:00Z","date":null,"value":30,"unit":null},
             {"metric_type":"weight","timestamp":null,"date":"2026-11-01","value":70.5,"unit":"kg"}]}
            """));

        (await db.Client.GetLatestHealthMetricsAsync("7", Token)).ShouldBe(
            [
                new LatestHealthMetric("stress", new DateTimeOffset(2026, 11, 1, 10, 0, 0, TimeSpan.Zero), null, 30, null),
                new LatestHealthMetric("weight", null, new DateOnly(2026, 11, 1), 70.5, "kg"),
            ]);

        db.Server.Requests.Single().Target.ShouldBe("/health_metrics/latest?user_id=7");
    }

    public static TheoryData<string, Func<CentralDbClient, Task<object?>>> Calls() => new()
    {
        { "a list of activities", async db => await db.ListActivitiesAsync("7", new ActivityQuery(), Token) },
        { "the types of activities", async db => await db.ListActivityTypesAsync("7", Token) },
        { "an activity", async db => await db.GetActivityAsync("7", 5, Token) },
        { "a file of an activity", async db => await db.DownloadActivityFileAsync("7", "a-1", Token) },
        { "a series of health metrics", async db => await db.GetHealthMetricSeriesAsync("7", ["steps"], null, null, 10, Token) },
        { "days of health metrics", async db => await db.GetHealthMetricDaysAsync("7", ["steps"], null, null, Token) },
        { "the latest health metrics", async db => await db.GetLatestHealthMetricsAsync("7", Token) },
    };

    [Theory, MemberData(nameof(Calls))]
    public async Task What_is_not_there_is_null_and_what_is_refused_is_said(string what, Func<CentralDbClient, Task<object?>> call)
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json("""{"detail":"none"}""", 404), Answer.Json("""{"detail":"points must be less."}""", 422));

        (await call(db.Client)).ShouldBeNull();
        var refusal = await Should.ThrowAsync<CentralDbRejectedException>(() => call(db.Client));

        refusal.Detail.ShouldBe("points must be less.");
        refusal.Message.ShouldContain(what);
    }

    [Theory, MemberData(nameof(Calls))]
    public async Task A_read_is_tried_three_times(string what, Func<CentralDbClient, Task<object?>> call)
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Status(503));

        var failure = await Should.ThrowAsync<CentralDbUnreachableException>(() => call(db.Client));

        failure.Message.ShouldContain(what);
        db.Server.Requests.Count.ShouldBe(3);
    }
}

using System.Net;
using CentralDb.Client;

namespace GarminSync.Gateway.Tests.CentralData;

public sealed class When_activities_are_listed
{
    private static ActivityUpload Activity(long id, string name, string type, string day, double? distance) => new()
    {
        GarminActivityId = id,
        Name = name,
        ActivityType = type,
        StartTime = DateTimeOffset.Parse($"{day}T23:30:00Z", null),
        StartTimeLocal = DateTime.Parse($"{day}T23:30:00", null).AddHours(1),
        UtcOffsetSeconds = 3600,
        DistanceMeters = distance,
        FileFormat = ActivityUpload.WithoutFile,
        Revision = 1,
    };

    private static async Task<DataGateway> StartAsync()
    {
        var data = await DataGateway.StartAsync();
        await data.UploadAsync(Activity(1, "Lauf am Fluß", "running", "2026-11-01", 5000));
        await data.UploadAsync(Activity(2, "Hügel", "trail_running", "2026-11-02", 12_000));
        await data.UploadAsync(Activity(3, "Yoga", "yoga", "2026-11-03", null));
        return data;
    }

    [Fact]
    public async Task The_revisions_of_one_say_when_it_was_stored_and_what_changed()
    {
        await using var data = await DataGateway.StartAsync();
        var run = Activity(7, "Run", "running", "2026-11-01", 5000) with { FileFormat = "fit" };
        await data.UploadAsync(run, [1, 2, 3]);
        await data.UploadAsync(run with { FileFormat = "tcx", Revision = 2 }, [4, 5]);
        await data.UploadAsync(run with { Name = "Easy run", Revision = 3 }, [1, 2, 3, 4]);

        var revisions = (await data.JsonAsync("activities/7/revisions")).GetProperty("revisions").EnumerateArray().ToList();

        revisions.Select(one => one.GetProperty("revision").GetInt32()).ShouldBe([3, 2, 1]);
        revisions[0].GetProperty("changed").EnumerateArray().Select(field => field.GetString()).ShouldBe(["name", "fit"]);
        revisions[1].GetProperty("changed").EnumerateArray().Select(field => field.GetString()).ShouldBe(["tcx"]);
        revisions[2].GetProperty("changed").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        revisions[2].GetProperty("files")[0].GetProperty("size_bytes").GetInt32().ShouldBe(3);
        revisions.ShouldAllBe(one => one.GetProperty("stored_at").GetDateTimeOffset().Offset == TimeSpan.Zero);
        (await data.RefusalAsync("activities/8/revisions", HttpStatusCode.NotFound)).ShouldContain("no activity '8'");
        (await data.RefusalAsync("activities/x/revisions", HttpStatusCode.NotFound)).ShouldContain("no activity 'x'");
    }

    [Theory]
    [InlineData("activities", "3,2,1")]
    [InlineData("activities?sort=start_time", "1,2,3")]
    [InlineData("activities?sort=-distance_meters", "2,1,3")]
    [InlineData("activities?sort=distance_meters", "1,2,3")]
    [InlineData("activities?type=running&type=trail_running", "2,1")]
    [InlineData("activities?q=H%C3%9CGEL", "2")]
    [InlineData("activities?from=2026-11-03&to=2026-11-03", "2")]
    public async Task They_are_searched_and_sorted(string path, string ids)
    {
        await using var data = await StartAsync();

        var list = await data.JsonAsync(path);

        string.Join(',', list.GetProperty("activities").EnumerateArray().Select(activity => activity.GetProperty("garmin_activity_id"))).ShouldBe(ids);
        list.GetProperty("total").GetInt32().ShouldBe(ids.Split(',').Length);
    }

    [Fact]
    public async Task Pages_follow_each_other_by_cursor()
    {
        await using var data = await StartAsync();

        var first = await data.JsonAsync("activities?limit=2");
        var second = await data.JsonAsync($"activities?limit=2&cursor={first.GetProperty("next_cursor")}");

        second.GetProperty("activities").EnumerateArray().Select(activity => activity.GetProperty("garmin_activity_id").GetInt64()).ShouldBe([1]);
        second.GetProperty("next_cursor").GetString().ShouldBeNull();
        second.GetProperty("total").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Types_are_counted_and_one_activity_is_told_as_in_the_list()
    {
        await using var data = await StartAsync();

        (await data.JsonAsync("activities/types")).GetProperty("types").GetArrayLength().ShouldBe(3);
        var one = await data.JsonAsync("activities/2");

        one.GetRawText().ShouldBe((await data.JsonAsync("activities?q=h%C3%BCgel")).GetProperty("activities")[0].GetRawText());
        one.GetProperty("start_time_local").GetString().ShouldBe("2026-11-03T00:30:00");
    }

    [Theory]
    [InlineData("activities?sort=name&limit=0&from=2026-02-30&cursor=x", HttpStatusCode.UnprocessableEntity, "sort must be one of")]
    [InlineData("activities?from=2026-11-02&to=2026-11-01", HttpStatusCode.UnprocessableEntity, "to must not be before from")]
    [InlineData("activities?cursor=none-of-ours", HttpStatusCode.UnprocessableEntity, "cursor must be the next_cursor")]
    [InlineData("activities/4", HttpStatusCode.NotFound, "no activity '4'")]
    [InlineData("activities/x", HttpStatusCode.NotFound, "no activity 'x'")]
    [InlineData("activities/1/file", HttpStatusCode.NotFound, "entered by hand")]
    [InlineData("activities/1/track", HttpStatusCode.NotFound, "entered by hand")]
    [InlineData("activities/1/file?format=pdf", HttpStatusCode.UnprocessableEntity, "format must be one of")]
    [InlineData("activities/1/track?points=10", HttpStatusCode.UnprocessableEntity, "points must be")]
    public async Task What_is_not_there_or_not_allowed_is_said(string path, HttpStatusCode status, string detail)
    {
        await using var data = await StartAsync();

        (await data.RefusalAsync(path, status)).ShouldContain(detail);
    }

    [Theory]
    [InlineData("/api/garmin/activities")]
    [InlineData("/api/garmin/activities/1/track")]
    [InlineData("/api/garmin/health?metric_type=steps")]
    [InlineData("/api/garmin/health/latest")]
    [InlineData("/api/garmin/health/day?date=2026-11-22")]
    public async Task The_operator_has_to_say_whose(string path)
    {
        await using var data = await StartAsync();

        using var answer = await data.Gateway.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.DetailAsync()).ShouldContain("user_id is required");
    }

    [Theory]
    [InlineData("activities?user_id=5c0a4b9e-0000-4000-8000-000000000000")]
    [InlineData("activities?user_id=nobody")]
    [InlineData("activities/types?user_id=nobody")]
    [InlineData("health?metric_type=steps&user_id=nobody")]
    [InlineData("health/latest?user_id=nobody")]
    [InlineData("health/day?date=2026-11-22&user_id=nobody")]
    public async Task A_user_whom_CentralDB_does_not_have_is_not_there(string path)
    {
        await using var data = await StartAsync();

        using var answer = await data.Gateway.Client.GetAsync(new Uri("/api/garmin/" + path, UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.DetailAsync()).ShouldContain("No Garmin account is linked to the user");
    }
}

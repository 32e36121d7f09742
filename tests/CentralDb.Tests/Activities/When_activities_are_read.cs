using System.Net;
using System.Net.Http.Headers;
using FitTrack.Databases;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Activities;

public class When_activities_are_read(PostgreSqlServer postgres)
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task They_come_newest_first_by_page_day_and_type(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        await centralDb.UploadAsync(await centralDb.NewUserAsync(), new Upload());
        await centralDb.UploadAsync(user, new Upload().With("garmin_activity_id", "9"));
        for (var day = 1; day <= 5; day++)
        {
            await centralDb.UploadAsync(user, new Upload().With("garmin_activity_id", $"{day}")
                .With("start_time", $"2026-11-0{day}T23:30:00Z").With("activity_type", day % 2 == 0 ? "cycling" : "running"));
        }

        async Task<long[]> IdsAsync(string query) => [.. (await centralDb.ActivitiesAsync(user, query)).Select(activity => activity!["garmin_activity_id"]!.GetValue<long>())];

        (await IdsAsync("")).ShouldBe([5, 4, 3, 2, 1, 9]);
        (await IdsAsync("?limit=2&offset=1")).ShouldBe([4, 3]);
        (await IdsAsync("?type=cycling")).ShouldBe([4, 2]);
        (await IdsAsync("?from=2026-11-02&to=2026-11-03")).ShouldBe([3, 2]);
        (await IdsAsync("?from=2026-11-05T23:30:00Z")).ShouldBe([5]);
        (await IdsAsync("?to=2026-11-01T23:30:00Z")).ShouldBe([1]);

        // A run at 01:30 in UTC+2: by the athlete's clock it is of the 7th.
        await centralDb.UploadAsync(user, new Upload().With("garmin_activity_id", "7").With("start_time", "2026-11-06T23:30:00Z")
            .With("start_time_local", "2026-11-07T01:30:00").With("utc_offset_seconds", "7200").With("parent_garmin_activity_id", "6"));
        (await IdsAsync("?from=2026-11-07&to=2026-11-07")).ShouldBe([7]);
        (await IdsAsync("?from=2026-11-06&to=2026-11-06")).ShouldBeEmpty();
        (await IdsAsync("?from=2026-11-06T23:00:00Z&to=2026-11-06T23:59:00Z")).ShouldBe([7]);
        var run = (await centralDb.ActivitiesAsync(user, "?from=2026-11-07"))[0]!;
        (run["start_time_local"]!.GetValue<string>(), run["utc_offset_seconds"]!.GetValue<int>(), run["parent_garmin_activity_id"]!.GetValue<long>())
            .ShouldBe(("2026-11-07T01:30:00", 7200, 6));
        await centralDb.SendAsync(HttpMethod.Delete, $"/activities/{user}/{run["id"]}");

        var page = (await centralDb.SendAsync(HttpMethod.Get, $"/activities/{user}?limit=2&offset=1")).Body;
        page["total"]!.GetValue<int>().ShouldBe(6);
        page["limit"]!.GetValue<int>().ShouldBe(2);
        page["offset"]!.GetValue<int>().ShouldBe(1);
    }

    [Theory]
    [InlineData("from=x", "from")]
    [InlineData("from=2026-11-02&to=2026-11-01", "to")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("offset=-1", "offset")]
    public async Task A_filter_that_is_not_valid_is_named(string query, string field)
    {
        await using var centralDb = await RunningCentralDb.StartAsync();

        var (status, problem) = await centralDb.SendAsync(HttpMethod.Get, $"/activities/{await centralDb.NewUserAsync()}?{query}");

        status.ShouldBe(422);
        problem.BadFields().ShouldBe([field]);
    }

    [Fact]
    public async Task A_part_of_the_file_can_be_asked_for()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var user = await centralDb.NewUserAsync();
        var id = (await centralDb.UploadAsync(user, new Upload { File = [0, 1, 2, 3, 4, 5] })).Body.Text("id");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/activities/{user}/{id}/file");
        request.Headers.Range = new RangeHeaderValue(2, 3);

        using var response = await centralDb.Http.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe([2, 3]);
    }

    [Fact]
    public async Task A_file_that_is_gone_from_the_folder_is_404_with_what_to_do()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var user = await centralDb.NewUserAsync();
        var made = (await centralDb.UploadAsync(user, new Upload())).Body;
        File.Delete(Path.Combine(centralDb.Folder, "activities", made.Text("file_path")));

        var (status, problem) = await centralDb.SendAsync(HttpMethod.Get, $"/activities/{user}/{made.Text("id")}/file");

        status.ShouldBe(404);
        problem.Text("detail").ShouldContain("backup");
        (await centralDb.UploadAsync(user, new Upload())).Status.ShouldBe(200);
        (await centralDb.Http.GetByteArrayAsync($"/activities/{user}/{made.Text("id")}/file", TestContext.Current.CancellationToken)).ShouldBe(new Upload().File);
    }

    [Fact]
    public async Task Another_users_activity_is_not_there()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var id = (await centralDb.UploadAsync(await centralDb.NewUserAsync(), new Upload())).Body.Text("id");
        var other = await centralDb.NewUserAsync();

        (await centralDb.SendAsync(HttpMethod.Get, $"/activities/{other}/{id}")).Status.ShouldBe(404);
        (await centralDb.SendAsync(HttpMethod.Get, $"/activities/{other}/{id}/file")).Status.ShouldBe(404);
        (await centralDb.SendAsync(HttpMethod.Delete, $"/activities/{other}/{id}")).Status.ShouldBe(404);
        (await centralDb.SendAsync(HttpMethod.Get, $"/activities/{Guid.NewGuid()}")).Status.ShouldBe(404);
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator.Tests.Recordings;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Activities;

public class When_an_activity_is_edited
{
    [Fact]
    public async Task The_detail_has_no_member_and_no_kind_of_value_that_Garmin_does_not_send()
    {
        var recorded = new[] { await Recording.BodyAsync("data-activity-get-1"), await Recording.BodyAsync("data-activity-update-both-1") };
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        foreach (var row in await api.ListAsync())
        {
            Recording.Differences(await DetailAsync(api, row.Id()), recorded).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("PUT", null)]
    [InlineData("POST", "PUT")]
    public async Task The_new_name_shows_in_list_and_detail_and_the_time_of_the_change_moves(string method, string? methodOverride)
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var id = (await api.ListAsync())[0].Id();
        var before = Updated(await DetailAsync(api, id));

        using var request = new HttpRequestMessage(new HttpMethod(method), Path(id)) { Content = JsonContent.Create(new { activityId = id, activityName = "New", description = "Text" }) };
        if (methodOverride is not null)
        {
            request.Headers.Add("X-Http-Method-Override", methodOverride);
        }

        using var answer = await api.SendAsync(request, TestSimulator.Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await api.ListAsync())[0].Text("activityName").ShouldBe("New");
        var detail = await DetailAsync(api, id);
        detail.Text("activityName").ShouldBe("New");
        detail.Text("description").ShouldBe("Text");
        Updated(detail).ShouldBeGreaterThan(before);
    }

    [Fact]
    public async Task What_is_left_out_stays()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var row = (await api.ListAsync())[0];

        using var answer = await api.PutAsJsonAsync(Path(row.Id()), new { activityId = row.Id(), activityTypeDTO = new { typeKey = "yoga" } }, TestSimulator.Cancel);

        var detail = await DetailAsync(api, row.Id());
        detail.GetProperty("activityTypeDTO").Text("typeKey").ShouldBe("yoga");
        detail.Text("activityName").ShouldBe(row.Text("activityName"));
    }

    [Fact]
    public async Task A_deleted_activity_is_gone_from_list_detail_and_download()
    {
        var recorded = await Recording.BodyAsync("delete-2");
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var id = (await api.ListAsync())[0].Id();

        using var deleted = await api.DeleteAsync(Path(id), TestSimulator.Cancel);

        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await api.ListAsync()).ShouldNotContain(row => row.Id() == id);
        using var detail = await api.GetAsync(Path(id), TestSimulator.Cancel);
        detail.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        JsonElement.DeepEquals(await detail.ReadAsync(), recorded).ShouldBeTrue();
        using var file = await api.GetAsync($"download-service/files/activity/{id}", TestSimulator.Cancel);
        file.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_activity_of_another_athlete_is_forbidden()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        using var added = await simulator.Http.PostAsJsonAsync("admin/athletes", new { email = "other@example.com", activities = 3 }, TestSimulator.Cancel);
        using var other = await simulator.SignInAsync("other@example.com");
        var id = (await other.ListAsync())[0].Id();

        using var answer = await api.GetAsync(Path(id), TestSimulator.Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.ReadAsync()).Text("message").ShouldBe("Only owner of activity allowed to access this operation");
    }

    [Fact]
    public async Task The_legs_of_a_triathlon_are_found_through_its_detail_alone()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var rows = await api.ListAsync();
        var parent = await DetailAsync(api, rows.Single(row => row.GetProperty("parent").GetBoolean()).Id());

        var legs = parent.GetProperty("metadataDTO").GetProperty("childIds").EnumerateArray().Select(id => id.GetInt64()).ToList();

        legs.Count.ShouldBe(3);
        rows.ShouldNotContain(row => legs.Contains(row.Id()));
        (await DetailAsync(api, legs[1])).GetProperty("activityTypeDTO").Text("typeKey").ShouldBe("cycling");
    }

    private static string Path(long id) => $"activity-service/activity/{id}";

    private static Task<JsonElement> DetailAsync(HttpClient api, long id) => api.GetJsonAsync(Path(id));

    private static string Updated(JsonElement detail) => detail.GetProperty("metadataDTO").Text("lastUpdateDate")!;
}

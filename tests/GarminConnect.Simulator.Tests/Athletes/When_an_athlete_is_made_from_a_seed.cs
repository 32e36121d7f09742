using System.Net;
using System.Net.Http.Json;
using GarminConnect.Simulator.Tests.Files;
using GarminConnect.Simulator.Tests.Recordings;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Athletes;

public class When_an_athlete_is_made_from_a_seed
{
    [Fact]
    public async Task Two_simulators_give_the_same_rows_and_the_same_files()
    {
        await using var one = await TestSimulator.StartAsync();
        await using var two = await TestSimulator.StartAsync();
        using var first = await one.SignInAsync();
        using var second = await two.SignInAsync();

        var rows = await first.ListAsync();

        rows.ConvertAll(row => row.ToString()).ShouldBe((await second.ListAsync()).ConvertAll(row => row.ToString()));
        (await first.MemberAsync(rows[0].Id())).Bytes.ShouldBe((await second.MemberAsync(rows[0].Id())).Bytes);
    }

    [Fact]
    public async Task Another_seed_gives_other_activities_and_another_address_other_ids()
    {
        await using var simulator = await TestSimulator.StartAsync();
        var a = await RowsAsync(simulator, "a@example.com", seed: 5);
        var b = await RowsAsync(simulator, "b@example.com", seed: 5);
        var c = await RowsAsync(simulator, "c@example.com", seed: 6);

        a.ConvertAll(row => row.Text("startTimeGMT")).ShouldBe(b.ConvertAll(row => row.Text("startTimeGMT")));
        a.ConvertAll(row => row.Id()).Intersect(b.ConvertAll(row => row.Id())).ShouldBeEmpty();
        a.ConvertAll(row => row.Text("startTimeGMT")).ShouldNotBe(c.ConvertAll(row => row.Text("startTimeGMT")));
    }

    [Fact]
    public async Task Its_day_can_be_fixed()
    {
        await using var simulator = await TestSimulator.StartAsync(options => options.Today = new DateOnly(2025, 3, 30));
        using var api = await simulator.SignInAsync();

        (await api.ListAsync())[0].Text("startTimeLocal")!.ShouldStartWith("2025-03-29 ");
    }

    [Fact]
    public async Task Years_of_activities_are_a_mix_of_sports()
    {
        await using var simulator = await TestSimulator.StartAsync(options => options.DefaultActivities = 624);
        using var api = await simulator.SignInAsync();

        var rows = await api.ListAsync();

        rows.Count.ShouldBe(624);
        rows[^1].Text("startTimeLocal")!.ShouldStartWith("2023-06-");
        rows.Select(row => row.GetProperty("activityType").Text("typeKey")).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(["cycling", "hiking", "lap_swimming", "multi_sport", "running", "strength_training", "trail_running", "walking"]);
    }

    [Fact]
    public async Task Its_profile_and_settings_have_the_members_that_were_recorded()
    {
        var profile = await Recording.BodyAsync("profile-alias-0");
        var settings = await Recording.BodyAsync("user-settings-0");
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        foreach (var (ours, recorded) in new[]
        {
            (await api.GetJsonAsync("userprofile-service/socialProfile"), profile),
            (await api.GetJsonAsync("userprofile-service/userprofile/user-settings"), settings),
        })
        {
            Recording.Differences(ours, [recorded]).ShouldBeEmpty();
            Recording.Missing(ours, recorded).ShouldBeEmpty();
        }

        (await api.GetJsonAsync("userprofile-service/userprofile/settings")).Text("timeZone").ShouldBe("Europe/Berlin");
    }

    [Fact]
    public async Task Anothers_display_name_is_forbidden()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        using var answer = await api.GetAsync("userprofile-service/socialProfile/someone", TestSimulator.Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.ReadAsync()).Text("error").ShouldBe("ForbiddenException");
    }

    private static async Task<List<System.Text.Json.JsonElement>> RowsAsync(TestSimulator simulator, string email, int seed)
    {
        using var added = await simulator.Http.PostAsJsonAsync("admin/athletes", new { email, seed, activities = 12 }, TestSimulator.Cancel);
        added.StatusCode.ShouldBe(HttpStatusCode.Created);
        using var api = await simulator.SignInAsync(email);
        return await api.ListAsync();
    }
}

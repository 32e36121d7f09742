using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Athletes;

public class When_an_athlete_hides_or_is_renamed
{
    private const string Summary = "usersummary-service/usersummary/daily";

    [Fact]
    public async Task The_old_display_name_is_refused_and_the_new_one_is_in_the_profile()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var before = (await api.GetJsonAsync("userprofile-service/socialProfile")).Text("displayName");

        using var renamed = await simulator.Http.PostAsJsonAsync($"admin/athletes/{TestSimulator.Athlete}/display-name", new { name = "fastfeet" }, TestSimulator.Cancel);

        renamed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await api.GetJsonAsync("userprofile-service/socialProfile")).Text("displayName").ShouldBe("fastfeet");
        using var old = await api.GetAsync($"{Summary}/{before}?calendarDate=2026-06-14", TestSimulator.Cancel);
        old.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await api.GetJsonAsync($"{Summary}/fastfeet?calendarDate=2026-06-14")).Text("calendarDate").ShouldBe("2026-06-14");
    }

    [Fact]
    public async Task A_hidden_summary_says_so_and_has_no_values()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        await simulator.AddFaultAsync(new { match = new { endpoint = "/usersummary-service/usersummary/daily/*" }, kind = "PrivacyProtected" });
        var name = (await api.GetJsonAsync("userprofile-service/socialProfile")).Text("displayName");

        var hidden = await api.GetJsonAsync($"{Summary}/{name}?calendarDate=2026-06-14");

        hidden.GetProperty("privacyProtected").GetBoolean().ShouldBeTrue();
        hidden.Text("calendarDate").ShouldBe("2026-06-14");
        hidden.GetProperty("totalSteps").ValueKind.ShouldBe(JsonValueKind.Null);
    }
}

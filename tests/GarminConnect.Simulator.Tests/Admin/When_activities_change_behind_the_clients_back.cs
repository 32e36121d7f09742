using System.Net;
using System.Net.Http.Json;
using GarminConnect.Simulator.Tests.Files;
using GarminConnect.Simulator.Tests.Files.Fit;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Admin;

public class When_activities_change_behind_the_clients_back
{
    [Fact]
    public async Task A_new_run_is_listed_first_and_has_a_file()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        using var answer = await simulator.Http.PostAsJsonAsync(
            $"admin/athletes/{TestSimulator.Athlete}/activities", new { startLocal = "2026-06-15T07:30:00", minutes = 20 }, TestSimulator.Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        var row = (await api.ListAsync())[0];
        row.Id().ShouldBe((await answer.ReadAsync()).Id());
        row.Text("startTimeGMT").ShouldBe("2026-06-15 05:30:00");
        FitReader.Read((await api.MemberAsync(row.Id())).Bytes).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_renamed_one_says_when_it_was_changed()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var id = (await api.ListAsync())[5].Id();

        using var answer = await simulator.Http.PostAsJsonAsync($"admin/activities/{id}/rename", new { name = "Other" }, TestSimulator.Cancel);

        var detail = await api.GetJsonAsync($"activity-service/activity/{id}");
        detail.Text("activityName").ShouldBe("Other");
        detail.GetProperty("metadataDTO").Text("lastUpdateDate").ShouldBe("2026-06-15T12:00:00.0");
    }

    [Fact]
    public async Task A_deleted_one_is_gone()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var id = (await api.ListAsync())[5].Id();

        using var answer = await simulator.Http.DeleteAsync($"admin/activities/{id}", TestSimulator.Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await api.ListAsync()).Count.ShouldBe(39);
    }

    [Fact]
    public async Task The_id_of_a_deleted_one_does_not_come_back()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var newest = (await api.ListAsync())[0].Id();
        using var deleted = await simulator.Http.DeleteAsync($"admin/activities/{newest}", TestSimulator.Cancel);

        using var added = await simulator.Http.PostAsJsonAsync($"admin/athletes/{TestSimulator.Athlete}/activities", new { startLocal = "2026-06-15T07:30:00" }, TestSimulator.Cancel);

        (await added.ReadAsync()).Id().ShouldBeGreaterThan(newest);
    }

    [Fact]
    public async Task Settings_take_effect_at_once()
    {
        await using var simulator = await TestSimulator.StartAsync();

        using var answer = await simulator.Http.PatchAsJsonAsync("admin/settings", new { accessTokenSeconds = 5 }, TestSimulator.Cancel);
        using var exchanged = await simulator.Http.ExchangeAsync(await simulator.Http.MobileTicketAsync(TestSimulator.Athlete), LoginCalls.IosService);

        (await exchanged.ReadAsync()).GetProperty("expires_in").GetInt32().ShouldBe(5);
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_an_account_comes_in_another_way(RabbitMqBroker broker)
{
    [Fact]
    public async Task Accounts_of_every_way_in_are_synced_side_by_side()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 2 });
        await garmin.AddAthleteAsync("ticket@example.com", activities: 3);
        await garmin.AddAthleteAsync("tokens@example.com", activities: 4);
        await using var system = await HostedSystem.StartAsync(broker, HostedSystem.Settings(garmin));
        var byPassword = await system.Api.LinkAsync();
        var byTicket = await LinkedAsync(system, "ticket", new { service_ticket = await garmin.TicketAsync("ticket@example.com"), email = "ticket@example.com" });
        var byTokens = await LinkedAsync(system, "tokens", await garmin.TokenFileAsync("tokens@example.com"));

        var done = await Task.WhenAll(new[] { byPassword, byTicket, byTokens }.Select(user => system.Api.SyncAsync(new { user_id = user })));

        done.Select(job => job.GetProperty("counts").GetProperty("activities").GetProperty("done").GetInt32()).ShouldBe([2, 3, 4]);
        var accounts = await system.Api.GetFromJsonAsync<JsonElement>("api/garmin/accounts");
        accounts.GetProperty("accounts").EnumerateArray().Select(account => account.GetProperty("status").GetString()).ShouldBe(["linked", "linked", "linked"]);
    }

    [Fact]
    public async Task What_Garmin_does_not_accept_is_refused_and_links_nothing()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 0 });
        await using var system = await HostedSystem.StartAsync(broker, HostedSystem.Settings(garmin));

        using var ticket = await PostAsync(system, "ticket", new { service_ticket = "ST-1-A-sso", email = "a@example.com" });
        using var tokens = await PostAsync(system, "tokens", new { di_token = "a.b.c", di_refresh_token = "b", di_client_id = "c", email = "a@example.com" });
        using var nobody = await PostAsync(system, "tokens", await garmin.TokenFileAsync(GatewayCalls.UserName) with { Email = null });
        using var unknown = await PostAsync(system, "mfa", new { login_id = Guid.NewGuid(), code = "123456" });

        new[] { ticket, tokens, nobody, unknown }.Select(answer => (int)answer.StatusCode).ShouldBe([401, 401, 422, 404]);
        (await system.Api.GetFromJsonAsync<JsonElement>("api/garmin/accounts")).GetProperty("accounts").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_limit_of_logins_outlives_the_process_that_met_it()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 0 });
        await using var system = await DeployedSystem.StartAsync(broker, DeployedSystem.Settings(garmin));
        var userId = await system.Api.LinkAsync();
        await garmin.SetFaultAsync(new { match = new { endpoint = "/mobile/api/login" }, kind = "LoginBlocked" });

        using var limited = await LoginAsync(system);
        await system.Consumers.KillAsync();
        await system.StartConsumersAsync();
        await system.IsReadyAsync();
        using var again = await LoginAsync(system);

        limited.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        again.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        again.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromMinutes(55), TimeSpan.FromMinutes(60));
        (await garmin.FaultHitsAsync()).ShouldBe(1);
        var account = await system.Api.GetFromJsonAsync<JsonElement>($"api/garmin/accounts/{userId}");
        account.GetProperty("status").GetString().ShouldBe("rate_limited");
        account.GetProperty("rate_limited_until").ValueKind.ShouldBe(JsonValueKind.String);
    }

    private static Task<HttpResponseMessage> LoginAsync(RunningSystem system) =>
        system.Api.PostAsJsonAsync("api/garmin/login", new { username = GatewayCalls.UserName, password = GatewayCalls.Password });

    private static Task<HttpResponseMessage> PostAsync(RunningSystem system, string way, object body) => system.Api.PostAsJsonAsync($"api/garmin/login/{way}", body);

    private static async Task<string> LinkedAsync(RunningSystem system, string way, object body)
    {
        using var answer = await PostAsync(system, way, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return answer.Content.Headers.ContentLocation!.ToString().Split('/')[^1];
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_a_login_needs_a_code(RabbitMqBroker broker)
{
    private const string UserName = "mfa@example.com";
    private const string Code = "123456";

    [Fact]
    public async Task Another_process_finishes_what_one_that_was_killed_began()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 3 });
        await using var system = await DeployedSystem.StartAsync(broker, DeployedSystem.Settings(garmin));

        var login = await LoginAsync(system);
        login.GetProperty("mfa_required").GetBoolean().ShouldBeTrue();
        login.GetProperty("method").GetString().ShouldBe("email");
        login.GetProperty("expires_at").GetDateTimeOffset().ShouldBeGreaterThan(TimeProvider.System.GetUtcNow());
        await system.Consumers.KillAsync();
        await system.Gateway.KillAsync();
        await system.StartConsumersAsync();
        await system.StartGatewayAsync();
        await system.IsReadyAsync();

        (await SubmitAsync(system, login, "999999")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var linked = await SubmitAsync(system, login, Code);

        (await linked.Content.ReadAsStringAsync()).ShouldBe("""{"message": "Garmin account linked successfully."}""");
        linked.Content.Headers.ContentLocation!.ToString().ShouldStartWith("/api/garmin/accounts/");
        (await SubmitAsync(system, login, Code)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await system.Api.SyncAsync()).GetProperty("state").GetString().ShouldBe("completed");
        (await garmin.RequestsAsync("/api/login")).ShouldBe(1);
    }

    [Fact]
    public async Task One_of_two_submissions_at_once_succeeds()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 0 });
        await using var system = await HostedSystem.StartAsync(broker, HostedSystem.Settings(garmin));
        var login = await LoginAsync(system);

        var answers = await Task.WhenAll(SubmitAsync(system, login, Code), SubmitAsync(system, login, Code));

        answers.Select(answer => answer.StatusCode).ShouldBe([HttpStatusCode.OK, HttpStatusCode.NotFound], ignoreOrder: true);
        (await garmin.RequestsAsync("verifyCode")).ShouldBe(1);
    }

    [Fact]
    public async Task A_job_whose_account_lost_its_tokens_waits_for_it_and_goes_on()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 6 });
        await using var system = await HostedSystem.StartAsync(broker, HostedSystem.Settings(garmin));
        await using var required = await PlainSubscriber.StartAsync(system.Amqp, "GarminReauthenticationRequired");
        using var first = await SubmitAsync(system, await LoginAsync(system), Code);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        await garmin.EndTokensAsync(UserName, "revoke");

        var job = await system.Api.StartSyncAsync();

        await Eventually.Get(() => system.Api.GetFromJsonAsync<JsonElement>(job), seen => seen.GetProperty("state").GetString() == "paused", TimeSpan.FromSeconds(30));
        var account = await system.Api.GetFromJsonAsync<JsonElement>(first.Content.Headers.ContentLocation);
        account.GetProperty("status").GetString().ShouldBe("needs_login");
        await Eventually.Equals(1, () => Task.FromResult(required.Envelopes.Count));
        (await garmin.RequestsAsync("/api/login")).ShouldBe(2);
        using var refused = await system.Api.PostAsJsonAsync("api/garmin/sync/activities", new { });
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);

        using var again = await SubmitAsync(system, await LoginAsync(system), Code);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);

        (await system.Api.EndOfJobAsync(job)).GetProperty("state").GetString().ShouldBe("completed");
        required.Envelopes.Count.ShouldBe(1);
    }

    private static async Task<JsonElement> LoginAsync(RunningSystem system)
    {
        using var answer = await system.Api.PostAsJsonAsync("api/garmin/login", new { username = UserName, password = GatewayCalls.Password });
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Task<HttpResponseMessage> SubmitAsync(RunningSystem system, JsonElement login, string code) =>
        system.Api.PostAsJsonAsync("api/garmin/login/mfa", new { login_id = login.GetProperty("login_id").GetString(), code });
}

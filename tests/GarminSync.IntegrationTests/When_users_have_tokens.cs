using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_users_have_tokens(RabbitMqBroker broker)
{
    private const string OperatorKey = "operator-key-of-the-integration-tests";

    [Fact]
    public async Task Each_reaches_its_own_account_and_jobs_until_its_token_is_revoked()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 1 });
        var settings = new Dictionary<string, string?>(DeployedSystem.Settings(garmin), StringComparer.Ordinal)
        {
            ["Gateway:Auth:Mode"] = "Token",
            ["Gateway:Auth:OperatorKey"] = OperatorKey,
            ["Gateway:Auth:TokenCacheTime"] = "00:00:01",
        };
        await using var system = await DeployedSystem.StartAsync(broker, settings);
        await garmin.AddAthleteAsync("second@example.com", activities: 1);
        using var owner = Client(system, OperatorKey);
        var (first, second) = (await owner.LinkAsync(), await owner.LinkAsync("second@example.com"));
        var (firstToken, secondToken) = (await MintAsync(owner, first), await MintAsync(owner, second));
        using var one = Client(system, firstToken);
        using var two = Client(system, secondToken);

        // A sync that names nobody is of the own account, although two are linked.
        var job = await one.StartSyncAsync();
        (await one.EndOfJobAsync(job)).GetProperty("user_id").GetString().ShouldBe(first);
        (await IdsAsync(one, "api/garmin/accounts", "accounts", "user_id")).ShouldBe([first]);
        (await IdsAsync(two, "api/garmin/accounts", "accounts", "user_id")).ShouldBe([second]);
        (await IdsAsync(owner, "api/garmin/accounts", "accounts", "user_id")).ShouldBe([first, second], ignoreOrder: true);
        (await IdsAsync(one, "api/garmin/sync/jobs", "jobs", "user_id")).ShouldBe([first]);
        (await IdsAsync(two, "api/garmin/sync/jobs", "jobs", "user_id")).ShouldBeEmpty();

        (await StatusAsync(one, $"api/garmin/accounts/{first}/coverage")).ShouldBe(HttpStatusCode.OK);
        foreach (var path in new[]
        {
            job.ToString(), $"api/garmin/accounts/{first}", $"api/garmin/accounts/{first}/coverage",
            $"api/garmin/sync/jobs?user_id={first}", $"api/garmin/sync/status?user_id={first}", $"api/sync/status?user_id={first}",
        })
        {
            (await StatusAsync(two, path)).ShouldBe(HttpStatusCode.NotFound, path);
        }

        using (var foreign = await two.PostAsJsonAsync("api/garmin/sync/activities", new { user_id = first }))
        {
            foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        using (var unlinked = await two.DeleteAsync(new Uri($"api/garmin/accounts/{first}", UriKind.Relative)))
        {
            unlinked.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        (await StatusAsync(system.Api, "api/garmin/accounts")).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(one, $"api/garmin/accounts/{first}")).ShouldBe(HttpStatusCode.OK);
        using (var revoked = await owner.DeleteAsync(new Uri($"api/tokens/{first}", UriKind.Relative)))
        {
            revoked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        (await StatusAsync(one, $"api/garmin/accounts/{first}")).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(two, $"api/garmin/accounts/{second}")).ShouldBe(HttpStatusCode.OK);

        // Tokens are CentralDB's, as hashes: another gateway knows them, and no process has written one down.
        await system.Gateway.KillAsync();
        await system.StartGatewayAsync();
        await system.IsReadyAsync();
        using var again = Client(system, secondToken);
        (await StatusAsync(again, $"api/garmin/accounts/{second}")).ShouldBe(HttpStatusCode.OK);
        foreach (var output in new[] { system.Gateway.Output, system.Consumers.Output, system.CentralDb.Output })
        {
            output.ShouldNotContain(OperatorKey);
            output.ShouldNotContain(firstToken.Split('.')[^1]);
            output.ShouldNotContain(secondToken.Split('.')[^1]);
        }
    }

    private static HttpClient Client(DeployedSystem system, string token) => new()
    {
        BaseAddress = system.Api.BaseAddress,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

    private static async Task<string> MintAsync(HttpClient owner, string userId)
    {
        using var answer = await owner.PostAsJsonAsync("api/tokens", new { user_id = userId });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }

    private static async Task<IReadOnlyList<string?>> IdsAsync(HttpClient client, string path, string list, string id)
    {
        var answer = await client.GetFromJsonAsync<JsonElement>(path);
        return [.. answer.GetProperty(list).EnumerateArray().Select(entry => entry.GetProperty(id).GetString())];
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }
}

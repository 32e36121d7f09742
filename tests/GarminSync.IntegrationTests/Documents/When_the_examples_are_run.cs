using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests.Documents;

/// <summary>The commands of the documents, run as they stand: what a newcomer copies works.</summary>
public sealed class When_the_examples_are_run(RabbitMqBroker broker) : IDisposable
{
    private const string OperatorKey = "0123456789abcdef0123456789abcdef";

    // What is meant to be refused, by a part of the call.
    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["/retry"] = "409", // The line before it has cancelled that job.
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("examples-").FullName;

    public static TheoryData<string> Documents { get; } = ["README.md", "docs/http-api.md", "docs/workouts.md", "docs/centraldb.md"];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Those_of_a_document_are_answered_as_it_says(string document)
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 3 });
        await using var system = await HostedSystem.StartAsync(broker, HostedSystem.Settings(garmin));
        await using var withTokens = document == "docs/http-api.md"
            ? await HostedSystem.StartAsync(broker, new Dictionary<string, string?>(HostedSystem.Settings(garmin), StringComparer.Ordinal) { ["Gateway:Auth:Mode"] = "Token", ["Gateway:Auth:OperatorKey"] = OperatorKey })
            : null;
        await PrepareAsync(garmin);
        var shell = new ExampleShell(system.Api.BaseAddress!, system.CentralDb.Http.BaseAddress!, _folder);

        foreach (var example in Example.Of(document))
        {
            if (example.Heading == "Tokens")
            {
                await RunWithTokensAsync(withTokens!, example);
                continue;
            }

            await MakeReadyAsync(system, shell, document == "docs/workouts.md" ? ["41"] : ["41", "42", "tuesday-400s"]);
            await GiveAsync(garmin, system, shell, example);

            ShouldBeAnswered(example, await shell.RunAsync(example.Commands));
            if (example.Heading == "Erasing a user")
            {
                // The next example finds the account linked again.
                await Eventually.Is(async () => (await system.Api.GetFromJsonAsync<JsonElement>($"api/garmin/users/{shell["USER_ID"]}/erasure")).GetProperty("state").GetString() == "erased");
            }
        }
    }

    // The account is linked, nothing runs, and there are no others: so does a reader find it who follows the document up to here.
    private static async Task MakeReadyAsync(HostedSystem system, ExampleShell shell, IReadOnlyList<string> plans)
    {
        var userId = await system.Api.LinkAsync();
        shell["USER_ID"] = userId;
        foreach (var account in (await system.Api.GetFromJsonAsync<JsonElement>("api/garmin/accounts")).GetProperty("accounts").EnumerateArray())
        {
            if (account.GetProperty("user_id").GetString() is { } other && other != userId)
            {
                (await system.Api.DeleteAsync($"api/garmin/accounts/{other}")).EnsureSuccessStatusCode();
            }
        }

        await system.Api.SyncAsync();
        foreach (var plan in plans)
        {
            using var stored = await system.CentralDb.Http.PostAsJsonAsync("workout_plans", new { id = plan, user_id = userId, name = plan, sport = "running", steps = new[] { new { type = "warmup", duration = new { type = "lap_button" } } } });
        }
    }

    // What a document leaves to the reader.
    private static async Task GiveAsync(GarminSimulator garmin, HostedSystem system, ExampleShell shell, Example example)
    {
        if (example.Commands.Contains("LOGIN_ID=", StringComparison.Ordinal))
        {
            using var login = await system.Api.PostAsJsonAsync("api/garmin/login", new { username = "mfa@example.com", password = GatewayCalls.Password });
            shell["LOGIN_ID"] = (await login.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("login_id").GetString();
            shell["CODE"] = "123456";
        }
        else if (example.Commands.Contains("TICKET=", StringComparison.Ordinal))
        {
            shell["TICKET"] = await garmin.TicketAsync(GatewayCalls.UserName);
        }
    }

    private async Task PrepareAsync(GarminSimulator garmin)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "garmin_tokens.json"), JsonSerializer.Serialize(await garmin.TokenFileAsync(GatewayCalls.UserName) with { Email = null }));
        await File.WriteAllTextAsync(Path.Combine(_folder, "run.fit"), "not looked into");
        await File.WriteAllTextAsync(Path.Combine(_folder, "plan.json"), Example.JsonAfter("docs/workouts.md", "## The plan"));
        Directory.CreateDirectory(Path.Combine(_folder, "src/GarminSync.Standalone/data"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "src/GarminSync.Standalone/data/centraldb.key"), "not asked for\n");
    }

    private async Task RunWithTokensAsync(HostedSystem system, Example example)
    {
        using var linked = new HttpRequestMessage(HttpMethod.Post, "api/garmin/login") { Content = JsonContent.Create(new { username = GatewayCalls.UserName, password = GatewayCalls.Password }) };
        linked.Headers.Authorization = new("Bearer", OperatorKey);
        using var answer = await system.Api.SendAsync(linked);
        var shell = new ExampleShell(system.Api.BaseAddress!, system.CentralDb.Http.BaseAddress!, _folder)
        {
            ["OPERATOR_KEY"] = OperatorKey,
            ["USER_ID"] = answer.Content.Headers.ContentLocation!.ToString().Split('/')[^1],
        };

        // The gateway of the test has its key already.
        ShouldBeAnswered(example, await shell.RunAsync(example.Commands.Replace("$(openssl rand -hex 32)", OperatorKey, StringComparison.Ordinal)));
    }

    private static void ShouldBeAnswered(Example example, IReadOnlyList<string> calls)
    {
        var asked = example.Commands.Split("curl ").Length - 1;
        calls.Count(call => call.Contains(" http://", StringComparison.Ordinal)).ShouldBe(asked, $"{example.Commands}\n{string.Join('\n', calls)}");
        foreach (var call in calls.Where(call => call.Contains(" http://", StringComparison.Ordinal)))
        {
            var expected = Refused.FirstOrDefault(refused => call.Contains(refused.Key, StringComparison.Ordinal)).Value ?? "2";
            if (example.Commands.Contains("\"wrong\"", StringComparison.Ordinal) && call.StartsWith("401 POST", StringComparison.Ordinal))
            {
                continue; // The wrong password that the README shows.
            }

            call.ShouldStartWith(expected, customMessage: $"{example.Heading}: {call}\n{example.Commands}");
        }
    }
}

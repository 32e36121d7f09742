using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_a_user_is_erased_everywhere(RabbitMqBroker broker)
{
    private const string Errors = "sync-requested_error";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_names_the_user_in_any_database_or_folder_or_log_and_the_account_can_be_linked_anew()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 12 });
        await using var system = await DeployedSystem.StartAsync(broker, DeployedSystem.Settings(garmin));
        await using var erased = await PlainSubscriber.StartAsync(system.Amqp, "UserErased");
        await garmin.AddAthleteAsync("second@example.com", activities: 2);
        var (user, other) = (await system.Api.LinkAsync(), await system.Api.LinkAsync("second@example.com"));
        var before = await SyncAllAsync(system, user);
        var files = Files(system).Count;
        files.ShouldBeGreaterThan(11);
        await SyncAllAsync(system, other);
        (await WhatNamesAsync(system, user)).Count.ShouldBeGreaterThan(8, "tables that name the user");
        var filesOfBoth = Files(system).Count;

        using (var refused = await system.Api.DeleteAsync(new Uri($"api/garmin/users/{user}", UriKind.Relative), Token))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        var end = await EraseAsync(system, user);

        end.GetProperty("not_erased").ValueKind.ShouldBe(JsonValueKind.Null);
        await Eventually.Equals(0L, system.OutboxCountAsync); // it waits there for a moment
        (await WhatNamesAsync(system, user)).ShouldBe(["public_event: UserErased", "user_erasure"], ignoreOrder: true);
        (await WhatNamesAsync(system, GatewayCalls.UserName)).ShouldBeEmpty();
        Files(system).Count.ShouldBe(filesOfBoth - files);
        (await WhatNamesAsync(system, other)).Count.ShouldBeGreaterThan(8);
        await Eventually.Equals(1, () => Task.FromResult(erased.Envelopes.Count));
        erased.Envelopes.Single().GetProperty("message").GetProperty("userId").GetString().ShouldBe(user);
        foreach (var process in new[] { system.Gateway, system.Consumers, system.CentralDb })
        {
            process.Output.ShouldNotContain(GatewayCalls.UserName);
        }

        using (var gone = await system.Api.DeleteAsync(new Uri($"api/garmin/users/{user}?confirm={user}", UriKind.Relative), Token))
        {
            gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        var again = await system.Api.LinkAsync();
        again.ShouldNotBe(user);
        var job = await SyncAllAsync(system, again);
        Done(job).ShouldBe(Done(before));
    }

    [Fact]
    public async Task Consumers_that_are_killed_in_the_middle_go_on_and_what_was_under_way_brings_nothing_back()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 40 });
        var settings = new Dictionary<string, string?>(DeployedSystem.Settings(garmin), StringComparer.Ordinal) { ["Sync:Lease"] = "00:00:05" };
        await using var system = await DeployedSystem.StartAsync(broker, settings);
        var user = await system.Api.LinkAsync();
        using (var admin = new HttpClient { BaseAddress = garmin.BaseAddress })
        {
            using var slow = await admin.PostAsJsonAsync("admin/faults", new { match = new { endpoint = "/download-service/*" }, kind = "Latency", delayMilliseconds = 400 }, Token);
            slow.EnsureSuccessStatusCode();
        }

        await system.Api.IsUnderWayAsync(await system.Api.StartSyncAsync(new { user_id = user }));
        using (var accepted = await system.Api.DeleteAsync(new Uri($"api/garmin/users/{user}?confirm={user}", UriKind.Relative), Token))
        {
            accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }

        using (var meanwhile = await system.Api.PostAsJsonAsync("api/garmin/sync/activities", new { user_id = user }, Token))
        {
            meanwhile.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        }

        for (var kill = 0; kill < 3; kill++)
        {
            await system.Consumers.KillAsync();
            await system.StartConsumersAsync();
        }

        await EndAsync(system, user);
        await Eventually.Equals(0L, system.OutboxCountAsync); // it waits there for a moment
        (await WhatNamesAsync(system, user)).ShouldBe(["public_event: UserErased", "user_erasure"], ignoreOrder: true);
        Files(system).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_broker_keeps_of_messages_that_failed_goes_too_and_that_of_others_stays()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 1 });
        await using var system = await DeployedSystem.StartAsync(broker, DeployedSystem.Settings(garmin));
        await using var client = await PlainClient.ConnectAsync(system.Amqp);
        var user = await system.Api.LinkAsync();
        var job = await system.Api.StartSyncAsync(new { user_id = user });
        await system.Api.EndOfJobAsync(job);
        var jobId = job.OriginalString.Split('/')[^1];
        foreach (var whose in new[] { user, user + "1" })
        {
            await client.PublishAsync("", "sync-requested", Encoding.UTF8.GetBytes($$"""{"userId": "{{whose}}", "jobId": [1]}"""));
        }

        await Eventually.Equals(2, () => client.CountAsync(Errors));
        string[] putAside = [$$"""{"jobId": "{{jobId}}"}""", $$"""{"message": {"userName": "{{GatewayCalls.UserName.ToUpperInvariant()}}" } }""", $$"""{"jobId": "{{Guid.NewGuid()}}"}""", "no JSON"];
        foreach (var body in putAside)
        {
            await client.PublishAsync("", "garmin-sync-dead-letters", Encoding.UTF8.GetBytes(body));
        }

        await Eventually.Equals(4, () => client.CountAsync("garmin-sync-dead-letters"));

        var end = await EraseAsync(system, user);

        end.GetProperty("not_erased").ValueKind.ShouldBe(JsonValueKind.Null);
        await Eventually.Equals(1, () => client.CountAsync(Errors));
        await Eventually.Equals(2, () => client.CountAsync("garmin-sync-dead-letters"));
        var left = (await system.Api.GetFromJsonAsync<JsonElement>($"api/dead-letters/{Errors}", Token)).GetProperty("dead_letters").EnumerateArray().ShouldHaveSingleItem();
        left.GetProperty("user_id").GetString().ShouldBe(user + "1");
    }

    [Fact]
    public async Task It_says_so_when_the_consumers_may_not_read_what_failed()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 1 });
        var virtualHost = await broker.CreateVirtualHostAsync();
        var consumers = await virtualHost.CreateUserAsync("consumers", ".*", ".*", ".*", cancellationToken: Token);
        await using var system = await DeployedSystem.StartAsync(consumers, DeployedSystem.Settings(garmin), virtualHost.Amqp);
        await using var client = await PlainClient.ConnectAsync(virtualHost.Amqp);
        var user = await system.Api.LinkAsync();
        await client.PublishAsync("", "sync-requested", Encoding.UTF8.GetBytes($$"""{"userId": "{{user}}", "jobId": [1]}"""));
        await Eventually.Equals(1, () => client.CountAsync(Errors));
        await virtualHost.CreateUserAsync("consumers", ".*", ".*", "^(?!.*_error$).*$", cancellationToken: Token);

        var erasure = await EraseAsync(system, user);

        erasure.GetProperty("not_erased").GetString().ShouldNotBeNull().ShouldContain($"{Errors}, which the consumers' user of the broker may not read");
        (await client.CountAsync(Errors)).ShouldBe(1);
    }

    private static int Done(JsonElement job) => job.GetProperty("counts").GetProperty("activities").GetProperty("done").GetInt32();

    private static async Task<JsonElement> SyncAllAsync(DeployedSystem system, string user)
    {
        using var answer = await system.Api.PostAsJsonAsync("api/garmin/sync", new { user_id = user, start_date = "2026-01-01", end_date = "2026-01-31", metrics = new[] { "steps" } }, Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync(Token));
        await system.Api.EndOfJobAsync(answer.Headers.Location!);
        return await system.Api.SyncAsync(new { user_id = user });
    }

    private static async Task<JsonElement> EraseAsync(DeployedSystem system, string user)
    {
        using var accepted = await system.Api.DeleteAsync(new Uri($"api/garmin/users/{user}?confirm={user}", UriKind.Relative), Token);
        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted, await accepted.Content.ReadAsStringAsync(Token));
        accepted.Headers.Location.ShouldBe(new Uri($"/api/garmin/users/{user}/erasure", UriKind.Relative));
        return await EndAsync(system, user);
    }

    private static async Task<JsonElement> EndAsync(DeployedSystem system, string user) =>
        await Eventually.Get(
            async () =>
            {
                // The consumers may just have been killed.
                using var answer = await system.Api.GetAsync(new Uri($"api/garmin/users/{user}/erasure", UriKind.Relative), Token);
                return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonElement>(Token) : default;
            },
            seen => seen.ValueKind == JsonValueKind.Object && seen.GetProperty("state").GetString() == "erased",
            TimeSpan.FromSeconds(60));

    private static List<string> Files(DeployedSystem system) => [.. Directory.EnumerateFiles(Path.Combine(system.DataFolder, "activities"), "*", SearchOption.AllDirectories)];

    /// <summary>The tables of both databases that have the text in any column of any row; of events, which.</summary>
    private static async Task<List<string>> WhatNamesAsync(DeployedSystem system, string text)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var databases = Directory.GetFiles(system.DataFolder, "*.db");
        databases.Length.ShouldBe(2);
        foreach (var file in databases)
        {
            await using var database = new SqliteConnection($"Data Source={file};Pooling=False");
            await database.OpenAsync(Token);
            foreach (var table in await RowsAsync(database, "SELECT name FROM sqlite_master WHERE type = 'table'"))
            {
                foreach (var row in await RowsAsync(database, $"SELECT * FROM \"{table}\""))
                {
                    if (row.Contains(text, StringComparison.OrdinalIgnoreCase))
                    {
                        found.Add(table.EndsWith("_event", StringComparison.Ordinal) && row.Contains("UserErased", StringComparison.Ordinal) ? "public_event: UserErased" : table);
                    }
                }
            }
        }

        return [.. found];
    }

    private static async Task<List<string>> RowsAsync(SqliteConnection database, string sql)
    {
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(Token);
        var rows = new List<string>();
        while (await reader.ReadAsync(Token))
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : $"{reader.GetValue(i)}")));
        }

        return rows;
    }
}

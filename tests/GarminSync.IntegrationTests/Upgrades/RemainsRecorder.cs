using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using FitTrack.Databases;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;

namespace GarminSync.IntegrationTests.Upgrades;

/// <summary>
/// Runs the processes as they are built now and kills them in the middle of a sync. Runs with <c>GARMINSYNC_RECORD_REMAINS=name</c> in the environment, which
/// names the release; on PostgreSQL it needs <c>pg_dump</c>.
/// </summary>
internal sealed partial class RemainsRecorder(Remains remains, RabbitMqBroker broker, PostgreSqlServer postgres) : IDisposable
{
    private readonly string _garminFolder = Directory.CreateTempSubdirectory("garmin-").FullName;
    private string _stateStore = "";
    private string _centralDb = "";

    /// <summary>The release to record; null when the tests run as usual.</summary>
    public static string? Release => Environment.GetEnvironmentVariable("GARMINSYNC_RECORD_REMAINS");

    public async Task RecordAsync()
    {
        var virtualHost = await broker.CreateVirtualHostAsync();
        var relay = new StalledRelay(virtualHost.Amqp);
        var relayed = relay.Address;
        await using var garmin = await Remains.StartGarminAsync(_garminFolder);
        if (remains.Provider == DatabaseProvider.PostgreSql)
        {
            (_stateStore, _centralDb) = (await postgres.CreateDatabaseAsync(), await postgres.CreateDatabaseAsync());
        }

        var settings = remains.Settings(garmin, _stateStore, _centralDb);
        settings["Garmin:RequestTimeout"] = "00:05:00";
        settings["State:SweepGrace"] = "00:00:01"; // so that what is left in the outbox is due at once
        await using var system = await DeployedSystem.StartAsync(relayed, settings, gatewayAmqp: virtualHost.Amqp, folder =>
        {
            Remains.CopyKey(folder);
            if (remains.Provider == DatabaseProvider.Sqlite)
            {
                (_stateStore, _centralDb) = (SqliteFile(folder, "state.db"), SqliteFile(folder, "centraldb.db"));
            }

            return Task.CompletedTask;
        });

        var userId = await system.Api.LinkAsync();
        await PutMessagesAsideAsync(virtualHost);
        await using (relay)
        {
            await StopInTheMiddleAsync(system, garmin, relay);
        }

        // Now the broker takes back what the consumers had in hand.
        await using var client = await PlainClient.ConnectAsync(virtualHost.Amqp);
        await Eventually.Equals(2, () => client.CountAsync("fetch-activity"), TimeSpan.FromSeconds(60));
        await client.PublishAsync("", "sync-requested", JsonSerializer.SerializeToUtf8Bytes(new
        {
            userId,
            jobId = Remains.WaitingJob,
            kinds = new[] { "health" },
            startDate = "2026-11-05",
            endDate = "2026-11-05",
            metrics = new[] { "steps" },
        }));
        await WriteAsync(virtualHost, relayed, system.DataFolder);
    }

    public void Dispose() => Directory.Delete(_garminFolder, recursive: true);

    private static string SqliteFile(string folder, string name) => $"Data Source={Path.Combine(folder, name)};Pooling=False";

    // One that cannot be read, and one that the queue does not know.
    private static async Task PutMessagesAsideAsync(TestVirtualHost virtualHost)
    {
        await using var client = await PlainClient.ConnectAsync(virtualHost.Amqp);
        await client.PublishAsync("", "sync-requested", "no JSON"u8.ToArray());
        await client.PublishAsync("", "sync-requested", """{"messageType": ["urn:message:Unknown"], "message": {}}"""u8.ToArray(), "application/vnd.masstransit+json");
        await Eventually.Equals(2, async () => await client.CountAsync("sync-requested_error") + await client.CountAsync("sync-requested_skipped"));
    }

    // Three activities come through, one hangs at Garmin until all is killed, and one comes while the broker takes nothing: what it has to tell stays in the outbox.
    private async Task StopInTheMiddleAsync(DeployedSystem system, GarminSimulator garmin, StalledRelay relay)
    {
        using var login = await system.Api.PostAsJsonAsync("api/garmin/login", new { username = "mfa@example.com", password = GatewayCalls.Password });
        login.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        using var admin = new HttpClient { BaseAddress = garmin.BaseAddress };
        var newest = await admin.GetFromJsonAsync<JsonElement>($"admin/athletes/{GatewayCalls.UserName}/activities");
        var ids = newest.EnumerateArray().Select(activity => activity.GetProperty("activityId").GetInt64()).ToList();
        await DelayAsync(garmin, ids[3], TimeSpan.FromMinutes(4));
        await DelayAsync(garmin, ids[4], TimeSpan.FromSeconds(15));
        await system.Api.StartSyncAsync();
        await Eventually.Equals(2, garmin.FaultHitsAsync, TimeSpan.FromSeconds(60));

        relay.Stall();
        await using var state = DatabaseText.Connect(remains.Provider, _stateStore);
        await state.OpenAsync();
        await Eventually.Is(
            async () =>
            {
                await using var command = state.CreateCommand();
                command.CommandText = "SELECT count(*) FROM outbox";
                return Convert.ToInt64(await command.ExecuteScalarAsync()) >= 2;
            },
            TimeSpan.FromSeconds(60));
        await Task.WhenAll(system.Consumers.KillAsync(), system.Gateway.KillAsync(), system.CentralDb.KillAsync());
    }

    private static Task DelayAsync(GarminSimulator garmin, long activity, TimeSpan delay) =>
        garmin.SlowDownAsync($"/download-service/files/activity/{activity}", delay);

    private async Task WriteAsync(TestVirtualHost virtualHost, Uri relayed, string dataFolder)
    {
        var definitions = await virtualHost.ExportAsync();
        var queues = definitions.GetProperty("queues").EnumerateArray().Select(queue => queue.GetProperty("name").GetString()!);
        await remains.WriteAsync("left-at.txt", TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        await remains.WriteAsync("broker-definitions.json", definitions.ToString());
        await remains.WriteAsync("messages.jsonl", Clean(string.Join('\n', await BrokerText.ReadAsync(virtualHost.Amqp, queues))));
        await remains.WriteAsync("state.sql", Clean(await DatabaseText.DumpAsync(remains.Provider, _stateStore)));
        await remains.WriteAsync("centraldb.sql", await DatabaseText.DumpAsync(remains.Provider, _centralDb));
        await remains.WriteFilesAsync("activities.jsonl", Path.Combine(dataFolder, "activities"));
        await remains.WriteFilesAsync("garmin.jsonl", _garminFolder);

        // Nothing of the machine that recorded it.
        string Clean(string text)
        {
            foreach (var address in new[] { virtualHost.Amqp, relayed })
            {
                text = text.Replace(BrokerText.Address(address), "rabbitmq://{broker}/", StringComparison.Ordinal);
            }

            return MachineName().Replace(SourceFile().Replace(text, ""), "recorder");
        }
    }

    [GeneratedRegex(@" in /[^\s""\\]+:line \d+", RegexOptions.ExplicitCapture)]
    private static partial Regex SourceFile();

    private static Regex MachineName() => new($"(?<![A-Za-z0-9]){Regex.Escape(Environment.MachineName)}(?=[\"_\\\\])", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
}

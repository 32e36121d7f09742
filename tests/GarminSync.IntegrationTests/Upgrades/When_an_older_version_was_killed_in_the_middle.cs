using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FitTrack.Databases;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.IntegrationTests.Snapshots;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests.Upgrades;

/// <summary>The broker, the databases and the files are those that a release left when it was killed; the processes are of today.</summary>
public sealed class When_an_older_version_was_killed_in_the_middle(RabbitMqBroker broker, PostgreSqlServer postgres)
{
    public static TheoryData<string, DatabaseProvider> Killed { get; } = new(
        Remains.Releases.Append(RemainsRecorder.Release).OfType<string>().Distinct(StringComparer.Ordinal)
            .SelectMany(release => new[] { (release, DatabaseProvider.PostgreSql), (release, DatabaseProvider.Sqlite) }));

    [Theory]
    [MemberData(nameof(Killed))]
    public async Task The_new_one_goes_on_where_it_was(string release, DatabaseProvider provider)
    {
        var remains = new Remains(release, provider);
        if (RemainsRecorder.Release == release)
        {
            using var recorder = new RemainsRecorder(remains, broker, postgres);
            await recorder.RecordAsync();
        }

        var garminFolder = Directory.CreateTempSubdirectory("garmin-").FullName;
        remains.RestoreFiles("garmin.jsonl", garminFolder);
        await using var garmin = await Remains.StartGarminAsync(garminFolder);
        var virtualHost = await broker.CreateVirtualHostAsync();
        await RestoreBrokerAsync(remains, virtualHost);
        await using var synced = await PlainSubscriber.StartAsync(virtualHost.Amqp, "ActivitySynced");
        var databases = await RestoredDatabases.CreateAsync(remains, virtualHost, postgres);
        var settings = remains.Settings(garmin, databases.StateStore, databases.CentralDb);
        settings["State:SweepInterval"] = "00:00:00.500";
        await using var system = await DeployedSystem.StartAsync(virtualHost.Amqp, settings, fillDataFolder: async folder =>
        {
            Remains.CopyKey(folder);
            remains.RestoreFiles("activities.jsonl", Path.Combine(folder, "activities"));
            await databases.LoadAsync(folder);
        });

        await TheJobEndsAsync(system, databases.Left);
        await TheLoginIsFinishedAsync(system);
        await TheWaitingRequestIsServedAsync(system);
        await WhatWasInTheOutboxIsToldOnceAsync(databases, synced);
        await NothingIsFetchedTwiceAsync(databases, garmin);
        await WhatWasPutAsideIsLeftThereAsync(virtualHost);
        await TheTablesAreThoseOfANewDeploymentAsync(databases);

        async Task TheLoginIsFinishedAsync(DeployedSystem running)
        {
            using var linked = await running.Api.PostAsJsonAsync("api/garmin/login/mfa", new { login_id = databases.Left.LoginId, code = "123456" });
            linked.StatusCode.ShouldBe(HttpStatusCode.OK, await linked.Content.ReadAsStringAsync());
            (await databases.StateAsync("SELECT count(*) FROM pending_login")).ShouldBe(["0"]);
        }
    }

    private static async Task RestoreBrokerAsync(Remains remains, TestVirtualHost virtualHost)
    {
        await virtualHost.ImportAsync(JsonSerializer.Deserialize<JsonElement>(remains.Read("broker-definitions.json")));
        await BrokerText.PublishAsync(virtualHost.Amqp, remains.ReadLines("messages.jsonl").Select(line => RestoredDatabases.WithBroker(line, virtualHost)));
    }

    private static async Task TheJobEndsAsync(DeployedSystem system, WhatWasLeft left)
    {
        left.State.ShouldBe("Fetching");
        var ended = await system.Api.EndOfJobAsync(Job(left.JobId));
        ended.GetProperty("state").GetString().ShouldBe("completed");
        ended.GetProperty("counts").GetProperty("activities").GetProperty("done").GetInt32().ShouldBe(Remains.Activities);
        ended.GetProperty("failures").GetArrayLength().ShouldBe(0);
    }

    private static async Task TheWaitingRequestIsServedAsync(DeployedSystem system)
    {
        var ended = await system.Api.EndOfJobAsync(Job(Remains.WaitingJob));
        ended.GetProperty("state").GetString().ShouldBe("completed");
        ended.GetProperty("job_type").GetString().ShouldBe("health");
    }

    private static async Task WhatWasInTheOutboxIsToldOnceAsync(RestoredDatabases databases, PlainSubscriber synced)
    {
        databases.Left.Outbox.ShouldNotBeEmpty();
        databases.Left.Outbox.Any(row => row.Type.Contains("ActivitySynced", StringComparison.Ordinal)).ShouldBeTrue();
        await Eventually.Get(() => databases.StateAsync("SELECT count(*) FROM outbox"), count => count is ["0"], TimeSpan.FromSeconds(60));
        await Eventually.Equals(Remains.Activities - databases.Left.Told, () => Task.FromResult(synced.Envelopes.Count));

        var told = synced.Envelopes.Select(envelope => envelope.GetProperty("messageId").GetGuid()).ToList();
        told.ShouldBeUnique();
        foreach (var row in databases.Left.Outbox.Where(row => row.Type.Contains("ActivitySynced", StringComparison.Ordinal)))
        {
            told.ShouldContain(row.MessageId);
        }

        synced.Envelopes.Select(envelope => envelope.GetProperty("message").GetProperty("garminActivityId").GetInt64()).ShouldBeUnique();
    }

    // The order of an activity that was stored already, and whose event lay in the outbox, came again with the broker.
    private static async Task NothingIsFetchedTwiceAsync(RestoredDatabases databases, GarminSimulator garmin)
    {
        var stored = await databases.CentralAsync("SELECT garmin_activity_id FROM activities");
        stored.Count.ShouldBe(Remains.Activities);
        stored.ShouldBeUnique();
        (await garmin.RequestsAsync("/download-service/")).ShouldBe(Remains.Activities - databases.Left.Stored);
    }

    private static async Task WhatWasPutAsideIsLeftThereAsync(TestVirtualHost virtualHost)
    {
        await using var client = await PlainClient.ConnectAsync(virtualHost.Amqp);
        foreach (var queue in (await virtualHost.GetQueuesAsync()).Where(name => !name.Contains("_bus_", StringComparison.Ordinal)))
        {
            (await client.CountAsync(queue)).ShouldBe(queue is "sync-requested_error" or "sync-requested_skipped" ? 1 : 0, queue);
        }
    }

    private static async Task TheTablesAreThoseOfANewDeploymentAsync(RestoredDatabases databases)
    {
        var (state, central) = await databases.SchemasAsync();
        var kind = databases.Provider.ToString().ToLowerInvariant();
        state.Order(StringComparer.Ordinal).ShouldBe(Snapshot.LinesOf($"state-store.{kind}.txt"));
        central.Order(StringComparer.Ordinal).ShouldBe(Snapshot.LinesOf($"centraldb.{kind}.txt"));
    }

    private static Uri Job(Guid id) => new($"api/garmin/sync/jobs/{id}", UriKind.Relative);
}

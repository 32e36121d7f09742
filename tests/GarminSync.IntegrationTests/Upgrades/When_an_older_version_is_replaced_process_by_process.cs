using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminConnect.Simulator.Athletes;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests.Upgrades;

/// <summary>Processes of version 1.0, built from the history, beside those of today.</summary>
public sealed class When_an_older_version_is_replaced_process_by_process(OlderVersion older, RabbitMqBroker broker, PostgreSqlServer postgres) : IClassFixture<OlderVersion>
{
    private const int Activities = 40;
    private const int Days = 10;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(90);

    // So that the syncs are not through before all processes have started; it ends when they have.
    private static readonly TimeSpan SlowEnough = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task Nothing_is_lost_and_nothing_is_doubled()
    {
        await older.BuildAsync();
        string[] accounts = ["one@example.com", "two@example.com", "three@example.com", "four@example.com", "five@example.com"];
        await using var garmin = await StartGarminAsync(accounts);
        await using var system = await SideBySide.CreateAsync(broker, postgres, garmin);
        await using var synced = await PlainSubscriber.StartAsync(system.VirtualHost.Amqp, "ActivitySynced");

        // Version 1.0, in the middle of the syncs of three accounts.
        var oldCentralDb = await system.StartCentralDbAsync(OlderVersion.CentralDb);
        var oldConsumers = await Task.WhenAll(system.StartAsync(OlderVersion.Consumers), system.StartAsync(OlderVersion.Consumers));
        var oldGateway = await system.StartAsync(OlderVersion.Gateway);
        var users = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var account in accounts[..3])
        {
            users[account] = await oldGateway.Http.LinkAsync(account);
        }

        await garmin.SlowDownAsync("/download-service/*", SlowEnough);
        var jobs = new List<Uri>();
        foreach (var user in users.Values)
        {
            jobs.Add(await StartSyncAsync(oldGateway, user));
        }

        foreach (var job in jobs)
        {
            await oldGateway.Http.IsUnderWayAsync(job);
        }

        // First CentralDB, which only one process at a time can be; then consumers, while the old ones work.
        await oldCentralDb.TerminateAsync();
        await system.StartCentralDbAsync(ServiceProgram.CentralDb);
        var consumers = await Task.WhenAll(system.StartAsync(ServiceProgram.Consumers, SideBySide.BesideVersion1), system.StartAsync(ServiceProgram.Consumers, SideBySide.BesideVersion1));
        await AllWorkAsync(system, oldConsumers.Length + consumers.Length);

        // Whichever of them is given a login and a sync of the old gateway, and then of the new one.
        users[accounts[3]] = await oldGateway.Http.LinkAsync(accounts[3]);
        jobs.Add(await StartSyncAsync(oldGateway, users[accounts[3]]));
        var gateway = await system.StartAsync(ServiceProgram.Gateway, SideBySide.BesideVersion1);
        users[accounts[4]] = await gateway.Http.LinkAsync(accounts[4]);
        jobs.Add(await StartSyncAsync(gateway, users[accounts[4]]));
        await gateway.Http.IsUnderWayAsync(jobs[^1]);

        // The old ones go: one is asked to stop, one is killed; the old gateway asks for one more sync.
        (await oldConsumers[0].TerminateAsync()).ExitCode.ShouldBe(0);
        await oldConsumers[1].KillAsync();
        await garmin.EndFaultsAsync();
        jobs.Add(await StartSyncAsync(oldGateway, users[accounts[0]]));
        (await oldGateway.TerminateAsync()).ExitCode.ShouldBe(0);

        await TheyAllCompleteAsync(gateway, jobs);
        await EverythingIsThereOnceAsync(system, garmin, users, synced);

        // What the old ones have noted is known to the new ones: nothing is fetched again.
        var files = await garmin.RequestsAsync("/download-service/");
        await TheyAllCompleteAsync(gateway, await StartAllAsync(gateway, users.Values));
        (await garmin.RequestsAsync("/download-service/")).ShouldBe(files);
        await EverythingIsThereOnceAsync(system, garmin, users, synced);
        await system.NothingWentWrongAsync();
    }

    [Fact]
    public async Task It_can_take_over_again()
    {
        await older.BuildAsync();
        string[] accounts = ["one@example.com", "two@example.com"];
        await using var garmin = await StartGarminAsync(accounts);
        await using var system = await SideBySide.CreateAsync(broker, postgres, garmin);
        await using var synced = await PlainSubscriber.StartAsync(system.VirtualHost.Amqp, "ActivitySynced");

        // Today's, as they run during an upgrade, in the middle of two syncs. One account was linked before, when nobody thought of a way back.
        await system.StartCentralDbAsync(ServiceProgram.CentralDb);
        var users = new Dictionary<string, string>(StringComparer.Ordinal);
        var consumers = await system.StartAsync(ServiceProgram.Consumers);
        var gateway = await system.StartAsync(ServiceProgram.Gateway);
        users[accounts[0]] = await gateway.Http.LinkAsync(accounts[0]);
        (await consumers.TerminateAsync()).ExitCode.ShouldBe(0);
        (await gateway.TerminateAsync()).ExitCode.ShouldBe(0);
        consumers = await system.StartAsync(ServiceProgram.Consumers, SideBySide.BesideVersion1);
        gateway = await system.StartAsync(ServiceProgram.Gateway, SideBySide.BesideVersion1);
        users[accounts[1]] = await gateway.Http.LinkAsync(accounts[1]);
        await garmin.SlowDownAsync("/download-service/*", SlowEnough);
        var jobs = await StartAllAsync(gateway, users.Values);
        foreach (var job in jobs)
        {
            await gateway.Http.IsUnderWayAsync(job);
        }

        // What would make version 1.0 send sealed tokens to Garmin is refused.
        var refused = await system.RunAsync(ServiceProgram.Consumers, [], "step-back", "1.0");
        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("Secrets__WriteGs1=true");
        var back = await system.RunAsync(ServiceProgram.Consumers, SideBySide.BesideVersion1, "step-back", "1.0");
        back.ExitCode.ShouldBe(0, back.Errors);

        var oldConsumers = await system.StartAsync(OlderVersion.Consumers);
        var oldGateway = await system.StartAsync(OlderVersion.Gateway);
        await AllWorkAsync(system, 2);
        (await consumers.TerminateAsync()).ExitCode.ShouldBe(0);
        (await gateway.TerminateAsync()).ExitCode.ShouldBe(0);
        await garmin.EndFaultsAsync();
        await TheyAllCompleteAsync(oldGateway, jobs);
        var files = await garmin.RequestsAsync("/download-service/");
        await TheyAllCompleteAsync(oldGateway, await StartAllAsync(oldGateway, users.Values));
        await EverythingIsThereOnceAsync(system, garmin, users, synced);

        // And forward once more.
        await system.StartAsync(ServiceProgram.Consumers, SideBySide.BesideVersion1);
        (await oldConsumers.TerminateAsync()).ExitCode.ShouldBe(0);
        await TheyAllCompleteAsync(oldGateway, await StartAllAsync(oldGateway, users.Values));
        (await garmin.RequestsAsync("/download-service/")).ShouldBe(files);
        await EverythingIsThereOnceAsync(system, garmin, users, synced);
        await system.NothingWentWrongAsync();
    }

    private static Task<GarminSimulator> StartGarminAsync(IEnumerable<string> accounts) => GarminSimulator.StartAsync(new SimulatorOptions
    {
        DefaultActivities = 0,
        Athletes = [.. accounts.Select(account => new AthleteSpec { Email = account, Activities = Activities, Specials = false, HealthDays = Days, GapShare = 0 })],
    });

    private static async Task<Uri> StartSyncAsync(RunningService gateway, string user)
    {
        using var answer = await gateway.Http.PostAsJsonAsync("api/garmin/sync", new { user_id = user });
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!;
    }

    private static async Task<List<Uri>> StartAllAsync(RunningService gateway, IEnumerable<string> users)
    {
        var jobs = new List<Uri>();
        foreach (var user in users)
        {
            jobs.Add(await StartSyncAsync(gateway, user));
        }

        return jobs;
    }

    private static async Task AllWorkAsync(SideBySide system, int processes) => await Eventually.Get(
        () => system.StateAsync("SELECT count(DISTINCT worker) FROM work_item"), count => int.Parse(count[0]) >= processes, Soon);

    private static async Task TheyAllCompleteAsync(RunningService gateway, IEnumerable<Uri> jobs)
    {
        foreach (var job in jobs)
        {
            var ended = await Eventually.Get(() => gateway.Http.GetFromJsonAsync<JsonElement>(job), seen => seen.GetProperty("end_time").ValueKind != JsonValueKind.Null, Soon);
            ended.GetProperty("state").GetString().ShouldBe("completed", ended.ToString());
        }
    }

    private static async Task EverythingIsThereOnceAsync(SideBySide system, GarminSimulator garmin, Dictionary<string, string> users, PlainSubscriber synced)
    {
        (await system.StateAsync("SELECT DISTINCT current_state FROM sync_job")).ShouldBe(["Completed"]);
        (await system.StateAsync("SELECT DISTINCT state FROM work_item")).ShouldBe(["Done"]);
        (await system.CentralAsync("SELECT DISTINCT revision FROM activities")).ShouldBe(["1"]);
        foreach (var (account, user) in users)
        {
            var stored = await system.CentralAsync($"SELECT garmin_activity_id FROM activities WHERE user_id = '{user}'");
            stored.Count.ShouldBe(Activities);
            stored.ShouldBeUnique();
            var today = garmin.TodayOf(account);
            foreach (var day in Enumerable.Range(1, Days - 2).Select(back => garmin.HealthOf(account, today.AddDays(-back))))
            {
                (await system.CentralAsync($"SELECT value FROM health_metrics WHERE user_id = '{user}' AND metric_type = 'steps' AND daily AND at = '{day.Day:yyyy-MM-dd}T00:00:00Z'"))
                    .ShouldBe([$"{day.Movement!.Steps}"]);
            }
        }

        // Each activity is told, and a message that comes again has its id.
        await Eventually.Equals(users.Count * Activities, () => Task.FromResult(Told(synced).Distinct().Count()), Soon);
        Told(synced).Distinct().Select(told => told.Activity).ShouldBeUnique();
    }

    private static IEnumerable<(Guid Message, long Activity)> Told(PlainSubscriber synced) => synced.Envelopes.Select(envelope =>
        (envelope.GetProperty("messageId").GetGuid(), envelope.GetProperty("message").GetProperty("garminActivityId").GetInt64()));
}

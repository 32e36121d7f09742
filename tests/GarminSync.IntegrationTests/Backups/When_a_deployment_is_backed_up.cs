using FitTrack.Databases;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Npgsql;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests.Backups;

public sealed class When_a_deployment_is_backed_up(RabbitMqBroker broker, PostgreSqlServer postgres) : IDisposable
{
    private const int Activities = 60;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("deployment-backup-");

    [Fact]
    public async Task Empty_databases_and_an_empty_broker_go_on_from_there()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = Activities });
        await garmin.SlowDownAsync("/download-service/*", TimeSpan.FromMilliseconds(400));
        var (state, centralDb) = (Path.Combine(_folder.FullName, "state.zip"), Path.Combine(_folder.FullName, "centraldb.zip"));
        var key = Path.Combine(_folder.FullName, "secrets.key");
        string userId;
        Uri job;
        var settings = await SettingsAsync(garmin);
        await using (var first = await DeployedSystem.StartAsync(broker, settings))
        {
            userId = await first.Api.LinkAsync();
            job = await first.Api.StartSyncAsync();
            await first.Api.IsUnderWayAsync(job);
            var before = await garmin.RequestsAsync("download-service");

            settings["DataFolder"] = first.DataFolder;
            await BackupRuns.SucceedAsync(ServiceProgram.Consumers, settings, "backup", state);
            await BackupRuns.SucceedAsync(ServiceProgram.CentralDb, settings, "backup", centralDb);

            (await garmin.RequestsAsync("download-service")).ShouldBeGreaterThan(before, "the sync goes on during the backup");
            File.Copy(Path.Combine(first.DataFolder, "secrets.key"), key);
        }

        BackupRuns.FilesIn(centralDb).ShouldBeGreaterThan(0);
        var empty = await SettingsAsync(garmin);
        await using var second = await DeployedSystem.StartAsync((await broker.CreateVirtualHostAsync()).Amqp, empty, fillDataFolder: async folder =>
        {
            File.Copy(key, Path.Combine(folder, "secrets.key"));
            var there = new Dictionary<string, string?>(empty, StringComparer.Ordinal) { ["DataFolder"] = folder };
            await BackupRuns.SucceedAsync(ServiceProgram.CentralDb, there, "restore", centralDb);
            await BackupRuns.SucceedAsync(ServiceProgram.Consumers, there, "restore", state);
            var wrong = await BackupRuns.RunAsync(ServiceProgram.Consumers, there, "restore", centralDb);
            wrong.ExitCode.ShouldBe(1);
            wrong.Errors.ShouldContain("'centraldb', which this program does not keep");
        });
        var known = await SyncedAsync(empty["State:ConnectionString"]!);
        await garmin.EndFaultsAsync();
        var fetched = await garmin.RequestsAsync("download-service");

        (await second.Api.EndOfJobAsync(job)).GetProperty("state").GetString().ShouldBe("completed");
        (await second.Api.SyncAsync()).GetProperty("status").GetString().ShouldBe("completed");

        (await garmin.RequestsAsync("download-service") - fetched).ShouldBeLessThanOrEqualTo(garmin.ActivitiesOf(GatewayCalls.UserName).Count - known + 1);
        await second.CentralDb.Http.ShouldHaveAllOfAsync(garmin, userId);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<int> SyncedAsync(string connectionString)
    {
        await using var state = new NpgsqlConnection(connectionString);
        await state.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(*)::int FROM synced_activity", state);
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private async Task<Dictionary<string, string?>> SettingsAsync(GarminSimulator garmin)
    {
        var settings = new Dictionary<string, string?>(DeployedSystem.Settings(garmin), StringComparer.Ordinal)
        {
            ["State:Provider"] = nameof(DatabaseProvider.PostgreSql),
            ["CentralDbServer:Provider"] = nameof(DatabaseProvider.PostgreSql),

            // What workers had in hand when the backup was made waits for it after the restore.
            ["Sync:Lease"] = "00:00:10",
        };
        settings["State:ConnectionString"] = await postgres.CreateDatabaseAsync();
        settings["CentralDbServer:ConnectionString"] = await postgres.CreateDatabaseAsync();
        return settings;
    }
}

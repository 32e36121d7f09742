using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests.Backups;

public sealed class When_the_standalone_is_backed_up : IDisposable
{
    private const int Activities = 60;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("standalone-backup-");

    private string Archive => Path.Combine(_folder.FullName, "backup.zip");

    [Fact]
    public async Task An_empty_machine_goes_on_from_there_while_nothing_is_lost_doubled_or_fetched_again()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = Activities });
        await garmin.SlowDownAsync("/download-service/*", TimeSpan.FromMilliseconds(400));
        var settings = Settings("first", garmin);
        string userId;
        Uri job;
        await using (var first = await RunningService.StartAsync(ServiceProgram.Standalone, Local(), settings))
        {
            userId = await first.Http.LinkAsync();
            job = await first.Http.StartSyncAsync();
            await first.Http.IsUnderWayAsync(job);
            var before = await garmin.RequestsAsync("download-service");

            await BackupRuns.SucceedAsync(ServiceProgram.Standalone, settings, "backup", Archive);

            (await garmin.RequestsAsync("download-service")).ShouldBeGreaterThan(before, "the sync goes on during the backup");
            (await first.Http.GetFromJsonAsync<JsonElement>(job)).GetProperty("end_time").ValueKind.ShouldBe(JsonValueKind.Null, "the backup was made in the middle of a job");
            await first.KillAsync();
        }

        var second = Settings("second", garmin);
        File.Copy(Path.Combine(settings["DataFolder"]!, "secrets.key"), Path.Combine(second["DataFolder"]!, "secrets.key"));
        (await BackupRuns.SucceedAsync(ServiceProgram.Standalone, second, "restore", Archive)).ShouldContain("Restored from");
        var known = await SyncedAsync(second["DataFolder"]!);
        known.ShouldBeGreaterThan(0);
        await garmin.EndFaultsAsync();
        var fetched = await garmin.RequestsAsync("download-service");

        await using var restored = await RunningService.StartAsync(ServiceProgram.Standalone, Local(), second);
        (await restored.Http.EndOfJobAsync(job)).GetProperty("state").GetString().ShouldBe("completed");
        (await restored.Http.SyncAsync()).GetProperty("status").GetString().ShouldBe("completed");

        (await garmin.RequestsAsync("download-service") - fetched).ShouldBeLessThanOrEqualTo(garmin.ActivitiesOf(GatewayCalls.UserName).Count - known);
        using var centralDb = new HttpClient { BaseAddress = new Uri(second["CentralDb:Url"]!) };
        await centralDb.ShouldHaveAllOfAsync(garmin, userId);
    }

    [Fact]
    public async Task A_restore_that_is_killed_leaves_an_empty_machine_or_says_so_and_is_done_once_more()
    {
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = Activities });
        var settings = Settings("first", garmin);
        string userId;
        await using (var first = await RunningService.StartAsync(ServiceProgram.Standalone, Local(), settings))
        {
            userId = await first.Http.LinkAsync();
            await first.Http.SyncAsync();
            await BackupRuns.SucceedAsync(ServiceProgram.Standalone, settings, "backup", Archive);
        }

        // Killed as soon as it writes anything. One that was quicker than the kill proves nothing.
        Dictionary<string, string?>? killed = null;
        for (var machine = 1; killed is null; machine++)
        {
            machine.ShouldBeLessThan(10, "each restore had ended before it was killed");
            var next = Settings($"machine {machine}", garmin);
            File.Copy(Path.Combine(settings["DataFolder"]!, "secrets.key"), Path.Combine(next["DataFolder"]!, "secrets.key"));
            killed = await IsKilledInTheMiddleAsync(next) ? next : null;
        }

        (await BackupRuns.SucceedAsync(ServiceProgram.Standalone, killed, "restore", Archive)).ShouldContain("Restored from");

        await using var restored = await RunningService.StartAsync(ServiceProgram.Standalone, Local(), killed);
        using var centralDb = new HttpClient { BaseAddress = new Uri(killed["CentralDb:Url"]!) };
        await centralDb.ShouldHaveAllOfAsync(garmin, userId);
        Directory.EnumerateFileSystemEntries(killed["DataFolder"]!, "*restor*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_says_what_is_wrong_and_leaves_no_half_a_backup()
    {
        await using var garmin = await GarminSimulator.StartAsync();
        var settings = Settings("first", garmin);

        var nothing = await BackupRuns.RunAsync(ServiceProgram.Standalone, settings, "backup", Archive);
        nothing.ExitCode.ShouldBe(1);
        nothing.Errors.ShouldContain("The state store is not at");

        var nowhere = await BackupRuns.RunAsync(ServiceProgram.Standalone, settings, "restore", Archive);
        nowhere.ExitCode.ShouldBe(1);
        nowhere.Errors.ShouldContain(Archive);

        await using var first = await RunningService.StartAsync(ServiceProgram.Standalone, Local(), settings);
        var noFolder = await BackupRuns.RunAsync(ServiceProgram.Standalone, settings, "backup", Path.Combine(_folder.FullName, "none", "backup.zip"));
        noFolder.ExitCode.ShouldBe(1);
        noFolder.Errors.ShouldStartWith("No backup. ");

        await BackupRuns.SucceedAsync(ServiceProgram.Standalone, settings, "backup", Archive);
        var inUse = await BackupRuns.RunAsync(ServiceProgram.Standalone, settings, "restore", Archive, "--replace");
        inUse.ExitCode.ShouldBe(1);
        inUse.Errors.ShouldContain("is in use. Stop the service, then restore.");
        _folder.EnumerateFiles().Select(file => file.FullName).ShouldBe([Archive]);
    }

    [Fact]
    public async Task A_disk_that_is_full_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no ulimit here.");
        await using var garmin = await GarminSimulator.StartAsync();
        var settings = Settings("first", garmin);
        await using var first = await RunningService.StartAsync(ServiceProgram.Standalone, Local(), settings);
        var target = Path.Combine(_folder.FullName, "full.zip");

        // A file may have no more than 64 KiB here: to who writes, that is as a full disk.
        var run = await FinishedProgram.RunAsync(Limited(BackupRuns.Start(ServiceProgram.Standalone, settings, "backup", target)));

        run.ExitCode.ShouldNotBe(0);
        run.Errors.ShouldStartWith("No backup. ");
        File.Exists(target).ShouldBeFalse();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<bool> IsKilledInTheMiddleAsync(Dictionary<string, string?> settings)
    {
        var start = BackupRuns.Start(ServiceProgram.Standalone, settings, "restore", Archive);
        start.RedirectStandardOutput = true;
        using var restore = Process.Start(start)!;
        var deadline = TimeProvider.System.GetUtcNow().AddMinutes(1);
        while (!restore.HasExited && !Directory.EnumerateFileSystemEntries(settings["DataFolder"]!, "*restor*", SearchOption.AllDirectories).Any())
        {
            TimeProvider.System.GetUtcNow().ShouldBeLessThan(deadline, "it writes nothing");
            await Task.Yield(); // it may be through within milliseconds
        }

        restore.Kill(entireProcessTree: true);
        var said = await restore.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await restore.WaitForExitAsync(TestContext.Current.CancellationToken);
        return !said.Contains("Restored from", StringComparison.Ordinal);
    }

    private static ProcessStartInfo Limited(ProcessStartInfo start)
    {
        var command = string.Join(' ', start.ArgumentList.Select(argument => $"'{argument}'"));
        start.ArgumentList.Clear();
        start.FileName = "bash";
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"trap '' XFSZ; ulimit -f 64; DOTNET_EnableWriteXorExecute=0 exec dotnet {command}");
        return start;
    }

    private static Uri Local() => new($"http://127.0.0.1:{FreePort.Next()}/");

    // What the state store calls synced: everything else has to be fetched.
    private static async Task<int> SyncedAsync(string dataFolder)
    {
        await using var state = new SqliteConnection($"Data Source={Path.Combine(dataFolder, "state.db")};Pooling=False");
        await state.OpenAsync();
        await using var command = state.CreateCommand();
        command.CommandText = "SELECT count(*) FROM synced_activity";
        return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private Dictionary<string, string?> Settings(string machine, GarminSimulator garmin) => new(DeployedSystem.Settings(garmin), StringComparer.Ordinal)
    {
        ["DataFolder"] = _folder.CreateSubdirectory(machine).FullName,
        ["CentralDb:Url"] = Local().ToString(),
    };
}

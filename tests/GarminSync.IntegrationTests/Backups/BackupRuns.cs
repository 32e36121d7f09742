using System.Diagnostics;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing.Processes;
using Shouldly;

namespace GarminSync.IntegrationTests.Backups;

/// <summary>The commands as an operator runs them, and what there is after them.</summary>
internal static class BackupRuns
{
    /// <summary>Runs a program with a command to its end.</summary>
    public static Task<FinishedProgram> RunAsync(string program, IReadOnlyDictionary<string, string?> settings, params string[] command) =>
        FinishedProgram.RunAsync(Start(program, settings, command));

    /// <summary>As a process of its own, that is told the settings.</summary>
    public static ProcessStartInfo Start(string program, IReadOnlyDictionary<string, string?> settings, params string[] command)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. command]) { WorkingDirectory = Path.GetTempPath() };
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return start;
    }

    /// <summary>Runs it, and it must not fail.</summary>
    public static async Task<string> SucceedAsync(string program, IReadOnlyDictionary<string, string?> settings, params string[] command)
    {
        var run = await RunAsync(program, settings, command);
        run.ExitCode.ShouldBe(0, run.Errors);
        return run.Output;
    }

    /// <summary>How many activity files are in an archive.</summary>
    public static int FilesIn(string archive)
    {
        using var zip = ZipFile.OpenRead(archive);
        return zip.Entries.Count(entry => entry.FullName.StartsWith("centraldb/files/", StringComparison.Ordinal));
    }

    /// <summary>CentralDB has each activity of Garmin once, with Garmin's file where there is one, and no other.</summary>
    public static async Task ShouldHaveAllOfAsync(this HttpClient centralDb, GarminSimulator garmin, string userId)
    {
        var stored = await centralDb.GetFromJsonAsync<JsonElement>($"activities/{userId}?limit=500");
        var found = stored.GetProperty("items").EnumerateArray()
            .Select(activity => (Id: activity.GetProperty("garmin_activity_id").GetInt64(), Sha256: activity.GetProperty("sha256").GetString()));
        found.Order().ShouldBe(garmin.ActivitiesOf(GatewayCalls.UserName).Select(truth => (truth.Id, HashOf(truth.MakeFile()))).Order());
        foreach (var activity in stored.GetProperty("items").EnumerateArray().Where(activity => activity.GetProperty("sha256").ValueKind == JsonValueKind.String))
        {
            var content = await centralDb.GetByteArrayAsync(new Uri($"activities/{userId}/{activity.GetProperty("id").GetString()}/file", UriKind.Relative));
            HashOf(content).ShouldBe(activity.GetProperty("sha256").GetString());
        }
    }

    private static string? HashOf(byte[]? content) => content is null ? null : Convert.ToHexStringLower(SHA256.HashData(content));
}

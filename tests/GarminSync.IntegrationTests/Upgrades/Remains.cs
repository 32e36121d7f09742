using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using FitTrack.Databases;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.IntegrationTests.Snapshots;

namespace GarminSync.IntegrationTests.Upgrades;

/// <summary>What a release left behind, on one kind of database: files of the folder <c>Remains</c>, whose README says what is in them.</summary>
internal sealed record Remains(string Release, DatabaseProvider Provider)
{
    /// <summary>How many activities the account has at Garmin.</summary>
    public const int Activities = 8;

    /// <summary>The job that the waiting request of another service asks for.</summary>
    public static readonly Guid WaitingJob = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    private const string Key = "test-only-sealing.key";

    private static readonly string Root = Path.Combine(Snapshot.ProjectFolder(), "Upgrades", "Remains");

    /// <summary>Which releases there are.</summary>
    public static IEnumerable<string> Releases { get; } = Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    private string Folder => Path.Combine(Root, Release, Provider.ToString().ToLowerInvariant());

    /// <summary>
    /// Garmin as it was and will be: the same activities, and tokens and logins that last for decades, because they cannot be moved to the day of the test.
    /// </summary>
    public static async Task<GarminSimulator> StartGarminAsync(string dataFolder)
    {
        const int Decades = 1_000_000_000;
        var garmin = await GarminSimulator.StartAsync(new SimulatorOptions
        {
            DefaultActivities = 0,
            Today = new DateOnly(2026, 11, 10),
            AccessTokenSeconds = Decades,
            RefreshTokenSeconds = Decades,
            MfaSeconds = Decades,
            DataFolder = dataFolder,
        });
        using var admin = new HttpClient { BaseAddress = garmin.BaseAddress };
        foreach (var day in Enumerable.Range(1, Activities))
        {
            using var made = await admin.PostAsJsonAsync($"admin/athletes/{GatewayCalls.UserName}/activities", new { startLocal = new DateTime(2026, 11, day, 7, 0, 0), minutes = 1 });
            made.EnsureSuccessStatusCode();
        }

        return garmin;
    }

    /// <summary>The options with which both databases are where they were.</summary>
    public Dictionary<string, string?> Settings(GarminSimulator garmin, string? stateStore, string? centralDb)
    {
        var settings = new Dictionary<string, string?>(DeployedSystem.Settings(garmin), StringComparer.Ordinal);
        if (Provider == DatabaseProvider.PostgreSql)
        {
            settings["State:Provider"] = settings["CentralDbServer:Provider"] = nameof(DatabaseProvider.PostgreSql);
            settings["State:ConnectionString"] = stateStore;
            settings["CentralDbServer:ConnectionString"] = centralDb;
        }

        return settings;
    }

    /// <summary>Puts the sealing key of these tests where a process looks for its own.</summary>
    public static void CopyKey(string dataFolder)
    {
        var file = Path.Combine(dataFolder, "secrets.key");
        File.Copy(Path.Combine(Root, Key), file);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public string[] ReadLines(string name) => File.ReadAllLines(Path.Combine(Folder, name));

    public async Task WriteAsync(string name, string text)
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, name), text.TrimEnd('\n') + "\n");
    }

    /// <summary>When they were left behind.</summary>
    public DateTimeOffset LeftAt => DateTimeOffset.Parse(ReadLines("left-at.txt")[0], CultureInfo.InvariantCulture);

    /// <summary>Keeps the files below a folder as lines of JSON.</summary>
    public Task WriteFilesAsync(string name, string folder) => WriteAsync(name, string.Join('\n', Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(file => JsonSerializer.Serialize(new KeptFile(Path.GetRelativePath(folder, file), File.ReadAllBytes(file))))));

    /// <summary>Puts them back.</summary>
    public void RestoreFiles(string name, string folder)
    {
        foreach (var file in ReadLines(name).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<KeptFile>(line)!))
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content);
        }
    }

    private sealed record KeptFile(string Path, byte[] Content);
}

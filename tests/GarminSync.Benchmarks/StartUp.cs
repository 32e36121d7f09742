using System.Globalization;
using GarminSync.Testing;
using GarminSync.Testing.Processes;

namespace GarminSync.Benchmarks;

/// <summary>From the start of each program to its first answer that it is ready, and what it then holds in memory with nothing to do.</summary>
internal static class StartUp
{
    public const string Argument = "start";

    private const int Rounds = 3;

    // Longer than what is compiled once more in the background after a start, and than the first looks at jobs and the outbox.
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(12);

    private static readonly (string Name, string Program)[] Services = [("CentralDB", "CentralDb"), ("consumers", "GarminSync.Consumers"), ("gateway", "GarminSync.Gateway")];

    /// <summary>Measures published programs, in turns, so that a machine that is busy with something else treats all alike; prints medians.</summary>
    /// <param name="variants">Each a folder with a folder for each program in it, as <c>dotnet publish</c> makes it; settings of .NET may follow: <c>folder,DOTNET_gcConcurrent=0</c>.</param>
    public static async Task<int> MeasureAsync(IReadOnlyList<string> variants)
    {
        if (variants.Count == 0)
        {
            await Console.Error.WriteLineAsync($"Usage: GarminSync.Benchmarks {Argument} folder[,NAME=VALUE…] …");
            return 2;
        }

        var seen = new List<(string Variant, string Program, TimeSpan Clock, TimeSpan Processor, long Bytes)>();
        await using var servers = await Servers.StartAsync();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var variant in variants)
            {
                seen.AddRange(await RoundAsync(variant, servers.Settings, Services));
                seen.AddRange(await RoundAsync(variant, new Dictionary<string, string?>(StringComparer.Ordinal), [("standalone", "GarminSync.Standalone")]));
            }
        }

        Console.WriteLine("| program | variant | ready after | processor time until then | resident when idle |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var group in seen.GroupBy(one => (one.Program, one.Variant)).OrderBy(group => group.Key.Program, StringComparer.Ordinal))
        {
            var (clock, processor, bytes) = (Median(group.Select(one => one.Clock.TotalSeconds)), Median(group.Select(one => one.Processor.TotalSeconds)), Median(group.Select(one => (double)one.Bytes)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {group.Key.Program} | {Path.GetFileName(group.Key.Variant)} | {clock:F2} s | {processor:F2} s | {bytes / 1_000_000:F0} MB |"));
        }

        return 0;
    }

    // One after the other: each finds ready what it needs.
    private static async Task<IReadOnlyList<(string Variant, string Program, TimeSpan Clock, TimeSpan Processor, long Bytes)>> RoundAsync(
        string variant, IReadOnlyDictionary<string, string?> servers, (string Name, string Program)[] programs)
    {
        var parts = variant.Split(',');
        var folder = Directory.CreateTempSubdirectory("garminsync-start-").FullName;
        var centralDb = Local();
        var settings = new Dictionary<string, string?>(servers, StringComparer.Ordinal)
        {
            ["DataFolder"] = folder,
            ["DOTNET_TieredPGO"] = "1",
            ["CentralDb:Url"] = centralDb.ToString(),
            ["Serilog:MinimumLevel:Default"] = "Warning",
        };
        foreach (var setting in parts.Skip(1).Select(part => part.Split('=', 2)))
        {
            settings[setting[0]] = setting[1];
        }

        var running = new List<RunningService>();
        try
        {
            var started = new List<(string Name, TimeSpan Clock, TimeSpan Processor)>();
            foreach (var (name, program) in programs)
            {
                var began = TimeProvider.System.GetTimestamp();
                var service = await RunningService.StartAsync(Path.Combine(Path.GetFullPath(parts[0]), program, $"{program}.dll"), name == "CentralDB" ? centralDb : Local(), settings);
                running.Add(service);
                await Eventually.Is(async () => (await service.Http.GetAsync(new Uri("health/ready", UriKind.Relative))).IsSuccessStatusCode, TimeSpan.FromMinutes(2));
                started.Add((name, TimeProvider.System.GetElapsedTime(began), ProcessTree.ProcessorTimes()[name]));
            }

            await Task.Delay(Idle, TimeProvider.System);
            var memory = ProcessTree.Memory();
            return [.. started.Select(one => (variant, one.Name, one.Clock, one.Processor, memory[one.Name]))];
        }
        finally
        {
            foreach (var service in Enumerable.Reverse(running))
            {
                await service.DisposeAsync();
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private static Uri Local() => new($"http://127.0.0.1:{FreePort.Next()}/");
}

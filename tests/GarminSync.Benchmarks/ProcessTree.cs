using System.Globalization;

namespace GarminSync.Benchmarks;

/// <summary>What the programs below this process have used so far, by name. Read from <c>/proc</c> (proc(5)).</summary>
internal static class ProcessTree
{
    public const string Loop = "bare loop";

    // USER_HZ, which is the same on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;

    private static readonly (string Part, string Name)[] Programs =
    [
        (Floors.BareLoop.Argument, Loop), ("GarminSync.Consumers.dll", "consumers"), ("GarminSync.Gateway.dll", "gateway"), ("CentralDb.dll", "CentralDB"),
        ("GarminSync.Standalone.dll", "standalone"), ("GarminConnect.Simulator.dll", "simulator"), ("beam.smp", "RabbitMQ"), ("postgres", "PostgreSQL"),
    ];

    /// <summary>Processor time by program: of its processes, and of the children that have ended.</summary>
    public static IReadOnlyDictionary<string, TimeSpan> ProcessorTimes() => Read(process => process.Times.Sum())
        .ToDictionary(program => program.Key, program => TimeSpan.FromSeconds(program.Value / TicksPerSecond), StringComparer.Ordinal);

    /// <summary>Resident memory by program, in bytes. What processes share is counted in each of them.</summary>
    public static IReadOnlyDictionary<string, long> Memory() => Read(process => process.ResidentPages * Environment.SystemPageSize);

    private static Dictionary<string, long> Read(Func<Entry, long> value)
    {
        var all = Directory.EnumerateDirectories("/proc").Select(TryRead).OfType<Entry>().ToDictionary(process => process.Id);
        return all.Values.Where(process => process.Id != Environment.ProcessId && IsOurs(process, all))
            .Select(process => (Program: NameOf(process), Value: value(process)))
            .Where(process => process.Program is not null)
            .GroupBy(process => process.Program!, StringComparer.Ordinal)
            .ToDictionary(program => program.Key, program => program.Sum(process => process.Value), StringComparer.Ordinal);
    }

    private static bool IsOurs(Entry process, Dictionary<int, Entry> all)
    {
        while (all.TryGetValue(process.Parent, out var parent))
        {
            if (parent.Id == Environment.ProcessId)
            {
                return true;
            }

            process = parent;
        }

        return false;
    }

    private static string? NameOf(Entry process) =>
        Programs.FirstOrDefault(program => process.CommandLine.Contains(program.Part, StringComparison.Ordinal)).Name;

    private static Entry? TryRead(string folder)
    {
        if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        try
        {
            // The name in brackets may hold anything, so what comes after the last bracket is split: state, parent, …
            var text = File.ReadAllText($"{folder}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            long[] times = [.. fields[11..15].Select(field => long.Parse(field, CultureInfo.InvariantCulture))];
            return new Entry(
                id, int.Parse(fields[1], CultureInfo.InvariantCulture), File.ReadAllText($"{folder}/cmdline"), times, long.Parse(fields[21], CultureInfo.InvariantCulture));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null; // It has ended meanwhile.
        }
    }

    private sealed record Entry(int Id, int Parent, string CommandLine, IReadOnlyList<long> Times, long ResidentPages);
}

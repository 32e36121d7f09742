using System.Diagnostics;

namespace GarminSync.Benchmarks;

/// <summary>What a piece of work has taken.</summary>
/// <param name="Time">By the clock.</param>
/// <param name="Processor">Processor time, by program.</param>
internal sealed record Spent(TimeSpan Time, IReadOnlyDictionary<string, TimeSpan> Processor)
{
    public static Func<Spent> Start()
    {
        var (began, before) = (Stopwatch.GetTimestamp(), ProcessTree.ProcessorTimes());
        return () =>
        {
            var time = Stopwatch.GetElapsedTime(began);
            var after = ProcessTree.ProcessorTimes();
            return new Spent(time, after.ToDictionary(program => program.Key, program => program.Value - before.GetValueOrDefault(program.Key), StringComparer.Ordinal));
        };
    }

    /// <summary>Milliseconds of processor time for each of so many items.</summary>
    public double MillisecondsEach(string program, int items) => Processor.GetValueOrDefault(program).TotalMilliseconds / items;
}

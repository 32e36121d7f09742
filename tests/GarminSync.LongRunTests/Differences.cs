using GarminConnect.Client.Health;
using GarminConnect.Simulator.Health;
using GarminSync.Contracts;

namespace GarminSync.LongRunTests;

/// <summary>What is not as it should be at the end, a line each.</summary>
internal static class Differences
{
    private const int FirstSync = 100;
    private const int EachSync = 20;

    // What is asked for today or the last days alone: which days there are depends on when it was asked.
    private static readonly IReadOnlyList<Metric> OfLastDays = [.. MetricCatalogue.Metrics.Where(metric => metric.OnlyLatest || metric.LastDays is not null)];

    private static readonly HashSet<string> ValuesOfLastDays = [.. OfLastDays.SelectMany(metric => metric.Values.Select(value => value.Name))];

    // The first sync asks for it a few days later than for the rest.
    private const string HighestAverage = "max_average_heart_rate";
    private static readonly DateOnly FirstDayOfAverages = World.FirstDay.AddDays(4);

    /// <summary>The days of which nothing more is to come.</summary>
    public static DateOnly LastDay(World world) => DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime).AddDays(-3);

    /// <summary>Jobs that have not ended, or not well: after a calm there is no reason for either.</summary>
    public static async Task<IReadOnlyList<string>> OfJobsAsync(World world) =>
        [.. (await world.Product.OpenJobsAsync()).Concat(await world.Product.EndedBadlySinceAsync(world.Clock.GetUtcNow().AddDays(-2))).Select(Product.Describe)];

    /// <summary>Activities: the ids, names, parents and files of CentralDB and of the simulator.</summary>
    public static async Task<IReadOnlyList<string>> OfActivitiesAsync(World world, string email)
    {
        var truth = world.Garmin.ActivitiesOf(email).Select(activity => CentralDbUnderTest.Line(
            activity.Id, activity.Name, activity.ParentId, activity.MakeFile() is { } file ? CentralDbUnderTest.Hash(file) : ""));
        return Compare(email, truth, await world.CentralDb.ActivitiesAsync(world.UserOf(email)));
    }

    /// <summary>Health data: some values of each day as the simulator has made them.</summary>
    public static async Task<IReadOnlyList<string>> OfHealthAsync(World world, string email)
    {
        string[] types = ["steps", "resting_heart_rate", "sleep_duration", "hrv_last_night_average", "weight", HighestAverage];
        var firstOfAverages = $"{FirstDayOfAverages:yyyy-MM-dd}";
        var truth = Days(world).SelectMany(day => ValuesOf(world.Garmin.HealthOf(email, day)));
        var stored = (await StoredAsync(world, world.CentralDb, world.UserOf(email)))
            .Select(line => line.Split(' '))
            .Where(parts => types.Contains(parts[1]) && (parts[1] != HighestAverage || string.CompareOrdinal(parts[0], firstOfAverages) >= 0))
            .Select(parts => $"{parts[0]} {parts[1]} {parts[^1]}");
        return Compare(email, truth, stored);
    }

    /// <summary>Health data: each value of another CentralDB, which was filled at one go.</summary>
    public static async Task<IReadOnlyList<string>> OfHealthAsync(World world, string email, CentralDbUnderTest other, string otherUser) =>
        Compare(email, WithoutLastDays(await StoredAsync(world, other, otherUser)), WithoutLastDays(await StoredAsync(world, world.CentralDb, world.UserOf(email))));

    /// <summary>Days of a metric that nobody has asked for, or that are called failed.</summary>
    public static async Task<IReadOnlyList<string>> OfCoverageAsync(World world, string email)
    {
        var ofLastDays = OfLastDays.Select(metric => metric.Name).ToList();
        var coverage = await world.Product.CoverageAsync(world.UserOf(email), World.FirstDay, LastDay(world));
        var stored = coverage.Spans.Where(span => span.State == CoverageStates.Stored).Select(span => span.Metric).ToHashSet(StringComparer.Ordinal);
        return
        [
            // What an account does not have at all is asked for once a week.
            .. coverage.Spans
                .Where(span => span.State == CoverageStates.Failed || (span.State == CoverageStates.NeverAsked && stored.Contains(span.Metric) && !ofLastDays.Contains(span.Metric)))
                .Select(span => $"{email}: {span.Metric} is {span.State} from {span.From} to {span.To} {span.Reason}"),
        ];
    }

    /// <summary>More requests than a sync costs: those of the first one, and about as many for each as for the same day again, with room for what was in vain.</summary>
    public static async Task<IReadOnlyList<string>> OfRequestsAsync(World world, string email)
    {
        var (made, budget) = ((await world.RequestsAsync(email)).Values.Sum(), FirstSync + (EachSync * world.Syncs[email]));
        return made > budget ? [$"{email}: {made} requests for {world.Syncs[email]} syncs are more than {budget}"] : [];
    }

    private static IEnumerable<DateOnly> Days(World world)
    {
        for (var day = World.FirstDay; day <= LastDay(world); day = day.AddDays(1))
        {
            yield return day;
        }
    }

    private static IEnumerable<string> ValuesOf(HealthDay day)
    {
        (string Type, double? Value)[] values =
        [
            ("steps", day.Movement?.Steps), ("resting_heart_rate", day.Heart?.Resting), ("sleep_duration", day.Night?.AsleepSeconds),
            ("hrv_last_night_average", day.Variability?.NightAverage), (HighestAverage, day.Day >= FirstDayOfAverages ? day.Heart?.MaxAverage : null), .. day.WeighIns.Select(weight => ("weight", (double?)(weight.Grams / 1000))),
        ];
        return values.Where(value => value.Value is not null).Select(value => $"{day.Day:yyyy-MM-dd} {value.Type} {value.Value:0.###}");
    }

    private static async Task<IReadOnlyList<string>> StoredAsync(World world, CentralDbUnderTest centralDb, string userId)
    {
        // A week is over a week after its Monday.
        var (first, last, lastWeek) = ($"{World.FirstDay:yyyy-MM-dd}", $"{LastDay(world):yyyy-MM-dd}", $"{LastDay(world).AddDays(-7):yyyy-MM-dd}");
        return
        [
            .. (await centralDb.HealthAsync(userId)).Where(line =>
                string.CompareOrdinal(line[..10], first) >= 0 && string.CompareOrdinal(line[..10], line.Contains("_week_", StringComparison.Ordinal) ? lastWeek : last) <= 0),
        ];
    }

    private static IEnumerable<string> WithoutLastDays(IReadOnlyList<string> stored) => stored.Where(line => !ValuesOfLastDays.Contains(line.Split(' ')[1]));

    private static IReadOnlyList<string> Compare(string email, IEnumerable<string> truth, IEnumerable<string> stored)
    {
        var (wanted, found) = (truth.ToList(), stored.ToList());
        return
        [
            .. wanted.Except(found, StringComparer.Ordinal).Select(line => $"{email}: CentralDB lacks {line}"),
            .. found.Except(wanted, StringComparer.Ordinal).Select(line => $"{email}: CentralDB has {line}, which Garmin has not"),
            .. found.GroupBy(line => line, StringComparer.Ordinal).Where(same => same.Count() > wanted.Count(line => line == same.Key))
                .Select(same => $"{email}: CentralDB has {same.Key} {same.Count()} times"),
        ];
    }
}

using System.Globalization;

namespace GarminSync.Benchmarks;

/// <summary>
/// What one activity, one day of health metrics and one sync that finds nothing new cost, in one run, and what follows from that for so many accounts: the tables of
/// docs/operations.md.
/// </summary>
internal static class Sizing
{
    public const string Argument = "sizing";

    private const int Days = 30;
    private const int SyncsADay = 24;

    // Sync:KeepEndedJobs. What else a sync leaves is forgotten sooner.
    private const int DaysOfJobs = 90;
    private const double MegaByte = 1e6;
    private const double GigaByte = 1e9;

    private static readonly string[] Programs = ["consumers", "PostgreSQL", "CentralDB", "RabbitMQ", "gateway"];
    private static readonly int[] Accounts = [100, 1_000, 10_000];

    public static async Task<int> MeasureAsync()
    {
        var load = new Load(60, 20);
        await using var stage = await Stage.SetAsync(load);
        var activity = await CostAsync(stage, load.Accounts * load.Activities, () => stage.SyncAsync(stage.Users));
        var day = await CostAsync(stage, load.Accounts * Days, () => stage.SyncAsync(stage.Users, "sync/health-metrics", "2026-05-01", "2026-05-30"));

        // The first after that looks at what may have come since; the second finds nothing.
        await stage.SyncAsync(stage.Users, "sync");
        var idle = await CostAsync(stage, load.Accounts, () => stage.SyncAsync(stage.Users, "sync"));

        WriteUnits(("an activity", activity), ("a day of health metrics", day), ("a sync with nothing new, both kinds", idle));
        WriteAccounts(activity, day, idle);
        return 0;
    }

    private static async Task<UnitCost> CostAsync(Stage stage, int units, Func<Task> work)
    {
        var servers = stage.Servers!;
        await stage.TakeRequestsAsync();
        var (counts, sizes, files) = (await servers.CountAsync(), await servers.SizesAsync(), stage.FileBytes());
        var spent = Spent.Start();
        await work();
        var ours = spent();
        var (countsNow, sizesNow) = (await servers.CountAsync(), await servers.SizesAsync());
        return new UnitCost(
            Programs.ToDictionary(program => program, program => ours.MillisecondsEach(program, units), StringComparer.Ordinal),
            (double)(countsNow - counts).Confirms / units,
            (double)await stage.TakeRequestsAsync() / units,
            (double)(sizesNow.State - sizes.State) / units,
            (double)(sizesNow.CentralDb - sizes.CentralDb) / units,
            (double)(stage.FileBytes() - files) / units);
    }

    private static void WriteUnits(params (string Name, UnitCost Cost)[] units)
    {
        Write($"| | {string.Join(" | ", units.Select(unit => unit.Name))} |");
        Write($"|---|{string.Concat(units.Select(_ => "---|"))}");
        foreach (var program in Programs)
        {
            WriteUnit($"processor time, {program}", cost => string.Create(CultureInfo.InvariantCulture, $"{cost.Milliseconds[program]:0.0} ms"));
        }

        WriteUnit("messages that the broker confirms", cost => cost.Confirms.ToString("0.0", CultureInfo.InvariantCulture));
        WriteUnit("requests to Garmin", cost => cost.Requests.ToString("0.0", CultureInfo.InvariantCulture));
        WriteUnit("growth of the state store", cost => Kilo(cost.StateBytes));
        WriteUnit("growth of CentralDB's database", cost => Kilo(cost.CentralDbBytes));
        WriteUnit("activity files", cost => Kilo(cost.FileBytes));

        void WriteUnit(string name, Func<UnitCost, string> text) => Write($"| {name} | {string.Join(" | ", units.Select(unit => text(unit.Cost)))} |");
    }

    // An account that is synchronised every hour, with an activity and a day of health metrics a day.
    private static void WriteAccounts(UnitCost activity, UnitCost day, UnitCost idle)
    {
        Write("");
        Write("| accounts | syncs a second | cores busy, all day's mean: consumers, PostgreSQL, the rest | messages a second | requests to Garmin a second | after a year, at most: state store, CentralDB, files |");
        Write("|---|---|---|---|---|---|");
        foreach (var accounts in Accounts)
        {
            var syncs = accounts * SyncsADay / 86_400.0;
            double Daily(Func<UnitCost, double> of) => accounts * (of(activity) + of(day) + (SyncsADay * of(idle)));
            double Cores(Func<string, bool> which) => Daily(cost => Programs.Where(which).Sum(program => cost.Milliseconds[program])) / 86_400_000;
            double Kept(Func<UnitCost, double> of, int daysOfSyncs) => accounts * ((365 * (of(activity) + of(day))) + (daysOfSyncs * SyncsADay * of(idle))) / GigaByte;
            Write(string.Create(
                CultureInfo.InvariantCulture,
                $"| {accounts:#,0} | {syncs:0.00} | {Cores(program => program == "consumers"):0.000}, {Cores(program => program == "PostgreSQL"):0.000}, {Cores(program => program is not ("consumers" or "PostgreSQL")):0.000} | {Daily(cost => cost.Confirms) / 86_400:0.00} | {Daily(cost => cost.Requests) / 86_400:0.00} | {Kept(cost => cost.StateBytes, DaysOfJobs):0.0} GB, {Kept(cost => cost.CentralDbBytes, 365):0.0} GB, {Kept(cost => cost.FileBytes, 365):0.0} GB |"));
        }
    }

    private static string Kilo(double bytes) => bytes >= MegaByte
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / MegaByte:0.0} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000:0.0} kB");

    private static void Write(string line) => Console.WriteLine(line);

    /// <summary>What one unit of work takes.</summary>
    /// <param name="Milliseconds">Processor time, by program.</param>
    /// <param name="Confirms">Messages that the broker has confirmed to have.</param>
    /// <param name="Requests">To Garmin.</param>
    /// <param name="StateBytes">By which the state store's database grows, its indexes included.</param>
    /// <param name="CentralDbBytes">The same of CentralDB's.</param>
    /// <param name="FileBytes">In CentralDB's activity folder.</param>
    private sealed record UnitCost(IReadOnlyDictionary<string, double> Milliseconds, double Confirms, double Requests, double StateBytes, double CentralDbBytes, double FileBytes);
}

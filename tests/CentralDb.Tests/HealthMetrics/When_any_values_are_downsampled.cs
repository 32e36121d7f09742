using System.Globalization;
using System.Text.Json.Nodes;
using FitTrack.Databases;
using FsCheck;
using FsCheck.Fluent;
using GarminSync.Testing;
using Xunit;

namespace FitTrack.CentralDb.Tests.HealthMetrics;

/// <summary>Moments to the microsecond, close to each other and to the ends of the range: the buckets are those that plain C# makes of the same values.</summary>
public class When_any_values_are_downsampled(PostgreSqlServer postgres)
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task The_buckets_are_those_of_a_list_that_is_cut_by_hand(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var microseconds = Gen.OneOf(Gen.Choose(0, 20), Gen.Choose(0, 10).Select(second => second * 1_000_000), Gen.Choose(0, 10_000_000));
        var values = from at in microseconds from value in Gen.Choose(-1000, 1000) select new Measured(at, value / 8.0);
        var runs = from measured in values.ArrayOf().Resize(30)
                   from one in microseconds
                   from other in microseconds
                   from points in Gen.Choose(1, 12)
                   select new Range(measured, Math.Min(one, other), Math.Max(one, other), points);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(runs.ToArbitrary(), run => HoldsAsync(centralDb, run)));
    }

    private static async Task<bool> HoldsAsync(RunningCentralDb centralDb, Range run)
    {
        var user = await centralDb.NewUserAsync();
        var stored = run.Measured.GroupBy(measured => measured.At).Select(same => same.Last()).OrderBy(measured => measured.At).ToList();
        await When_health_metrics_are_written.PostAsync(
            centralDb, run.Measured.Select(measured => new { user_id = user, metric_type = "stress", timestamp = Text(measured.At), value = measured.Value }));

        var answer = await When_health_metrics_are_downsampled.SeriesAsync(
            centralDb, $"user_id={user}&metric_type=stress&from={Text(run.From)}&to={Text(run.To)}&points={run.Points}");

        // The end is inclusive, and a microsecond is the least there is.
        var width = (int)Math.Ceiling((run.To + 1 - run.From) / (double)run.Points);
        var expected = stored.Where(measured => measured.At >= run.From && measured.At <= run.To).GroupBy(measured => (measured.At - run.From) / width)
            .Select(bucket => new Bucket(
                Text(run.From + (bucket.Key * width)), bucket.First().Value, bucket.Min(one => one.Value), bucket.Max(one => one.Value),
                Math.Round(bucket.Average(one => one.Value), 9), bucket.Last().Value, bucket.Count()))
            .ToList();
        var buckets = answer["items"]!.AsArray().SelectMany(series => series!["buckets"]!.AsArray()).Select(Read).ToList();
        return buckets.Count <= run.Points && buckets.SequenceEqual(expected);
    }

    private static Bucket Read(JsonNode? bucket)
    {
        double Value(string name) => bucket![name]!.GetValue<double>();
        return new(bucket!.Text("timestamp"), Value("first"), Value("min"), Value("max"), Math.Round(Value("mean"), 9), Value("last"), bucket!["count"]!.GetValue<int>());
    }

    private static string Text(int microseconds) => Start.AddMicroseconds(microseconds).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFZ", CultureInfo.InvariantCulture);

    private sealed record Measured(int At, double Value);

    private sealed record Range(Measured[] Measured, int From, int To, int Points);

    private sealed record Bucket(string Timestamp, double First, double Min, double Max, double Mean, double Last, int Count);
}

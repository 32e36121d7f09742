using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace FitTrack.CentralDb.Tests.HealthMetrics;

/// <summary>Batches over few types, days and values, so that they meet: the counts are those of a dictionary that is written in the same order.</summary>
public class When_anything_is_written_in_any_order
{
    [Fact]
    public async Task The_counts_are_those_of_a_dictionary()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var points = from type in Gen.Choose(0, 2) from day in Gen.Choose(1, 4) from daily in Gen.Elements(true, false) from value in Gen.Choose(0, 2) select new Point(type, day, daily, value);
        var batches = points.ArrayOf().ArrayOf().Resize(8).ToArbitrary();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll(batches, run => HoldsAsync(centralDb, run)));
    }

    private static async Task<bool> HoldsAsync(RunningCentralDb centralDb, Point[][] batches)
    {
        var user = await centralDb.NewUserAsync();
        var model = new Dictionary<(int Type, int Day, bool Daily), int>();
        foreach (var batch in batches)
        {
            var expected = (New: 0, Changed: 0, Unchanged: 0);
            foreach (var point in batch)
            {
                var key = (point.Type, point.Day, point.Daily);
                _ = !model.TryGetValue(key, out var before) ? expected.New++ : before == point.Value ? expected.Unchanged++ : expected.Changed++;
                model[key] = point.Value;
            }

            if (await When_health_metrics_are_written.PostAsync(centralDb, batch.Select(point => point.ToBody(user))) != expected)
            {
                return false;
            }
        }

        var stored = (await centralDb.SendAsync(HttpMethod.Get, $"/health_metrics?user_id={user}")).Body["items"]!.AsArray();
        return stored.Select(metric => metric!["value"]!.GetValue<double>()).Order().SequenceEqual(model.Values.Select(value => (double)value).Order());
    }

    private sealed record Point(int Type, int Day, bool Daily, int Value)
    {
        public object ToBody(Guid user) => new
        {
            user_id = user,
            metric_type = $"type{Type}",
            date = Daily ? $"2026-11-0{Day}" : null,
            timestamp = Daily ? null : $"2026-11-0{Day}T00:00:00Z",
            value = Value,
        };
    }
}

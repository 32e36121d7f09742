using System.Globalization;
using FitTrack.Databases;
using FsCheck;
using FsCheck.Fluent;
using GarminSync.Testing;
using Xunit;

namespace FitTrack.CentralDb.Tests.Activities;

/// <summary>Activities with few different values, so that many have the same or none, in any order and in pages of any size. Between two pages others come and go.</summary>
public class When_a_list_is_read_while_it_changes(PostgreSqlServer postgres)
{
    private static readonly string[] Sorts = ["start_time", "distance_meters", "duration_seconds", "elevation_gain_meters", "average_heart_rate"];

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task What_is_there_all_the_time_comes_once_and_in_order(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var activities = from id in Gen.Choose(1, 25) from value in Gen.Choose(0, 4) select new Listed(id, value == 0 ? null : value / 2.0);
        var runs = from sort in Gen.Elements(Sorts)
                   from down in Gen.Elements(true, false)
                   from limit in Gen.Choose(1, 4)
                   from first in activities.ArrayOf().Resize(20)
                   from changes in (from come in activities from go in Gen.Choose(1, 25) select (come, go)).ArrayOf().Resize(8)
                   select new Reading(sort, down, limit, first, changes);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(30), Prop.ForAll(runs.ToArbitrary(), run => HoldsAsync(centralDb, run)));
    }

    private static async Task<bool> HoldsAsync(RunningCentralDb centralDb, Reading run)
    {
        var user = await centralDb.NewUserAsync();
        var there = new Dictionary<long, (Listed Activity, string Record)>();
        foreach (var activity in run.First.DistinctBy(activity => activity.Id))
        {
            there[activity.Id] = (activity, await UploadAsync(centralDb, user, run.Sort, activity));
        }

        var always = there.Values.Select(stored => stored.Activity).ToDictionary(activity => activity.Id);
        var read = new List<long>();
        var changes = new Queue<(Listed Come, int Go)>(run.Changes);
        for (var cursor = ""; cursor is not null;)
        {
            var page = await When_activities_are_listed_once_each.PageAsync(
                centralDb, user, $"?sort={run.Sort}&order={(run.Descending ? "desc" : "asc")}&limit={run.Limit}{cursor}");
            read.AddRange(When_activities_are_listed_once_each.Ids(page));
            cursor = page["next_cursor"]?.GetValue<string>() is { } next ? $"&cursor={next}" : null;
            if (!changes.TryDequeue(out var change))
            {
                continue;
            }

            if (!there.ContainsKey(change.Come.Id))
            {
                there[change.Come.Id] = (change.Come, await UploadAsync(centralDb, user, run.Sort, change.Come));
            }

            if (there.Remove(change.Go, out var gone))
            {
                await centralDb.SendAsync(HttpMethod.Delete, $"/activities/{user}/{gone.Record}");
                always.Remove(change.Go);
            }
        }

        var valued = always.Values.Where(activity => activity.Value is not null);
        var ordered = run.Descending
            ? valued.OrderByDescending(activity => activity.Value).ThenByDescending(activity => activity.Id)
                .Concat(always.Values.Where(activity => activity.Value is null).OrderByDescending(activity => activity.Id))
            : valued.OrderBy(activity => activity.Value).ThenBy(activity => activity.Id)
                .Concat(always.Values.Where(activity => activity.Value is null).OrderBy(activity => activity.Id));
        return read.Where(always.ContainsKey).SequenceEqual(ordered.Select(activity => activity.Id));
    }

    private static async Task<string> UploadAsync(RunningCentralDb centralDb, Guid user, string sort, Listed activity)
    {
        var value = sort == "start_time" && activity.Value is { } hours
            ? new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(hours).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)
            : activity.Value?.ToString(CultureInfo.InvariantCulture) ?? "";
        return (await centralDb.UploadAsync(user, new Upload().With("garmin_activity_id", $"{activity.Id}").With(sort, value))).Body.Text("id");
    }

    private sealed record Listed(long Id, double? Value);

    private sealed record Reading(string Sort, bool Descending, int Limit, Listed[] First, (Listed Come, int Go)[] Changes);
}

using FitTrack.CentralDb.Activities.Overviews;
using FitTrack.Databases;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Activities;

public class When_a_user_has_ten_thousand_activities(PostgreSqlServer postgres)
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Every_query_of_the_list_goes_by_an_index_and_a_page_is_never_sorted(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        await centralDb.InDatabaseAsync(context => FillAsync(context, user));
        string[] filters =
        [
            "text=nothing%20of%20the%20kind", "type=type3", "type=type3&type=type4", "from=2020-01-01&to=2020-01-31", "min_distance_meters=9000&max_duration_seconds=100",
        ];
        string[] orders = [.. OverviewSort.Names.SelectMany(sort => new[] { $"sort={sort}&order=asc", $"sort={sort}&order=desc" })];

        foreach (var order in orders)
        {
            var first = await When_activities_are_listed_once_each.PageAsync(centralDb, user, $"?{order}");
            first["total"]!.GetValue<int>().ShouldBe(10_000);
            var plans = await centralDb.PlansOfAsync(async () =>
            {
                var next = await When_activities_are_listed_once_each.PageAsync(centralDb, user, $"?{order}&cursor={first["next_cursor"]}");
                next["items"]!.AsArray().Count.ShouldBe(50);
            });

            plans.Count.ShouldBe(3, order); // the user, the page, the files
            plans.Skip(1).ShouldAllBe(plan => GoesByAnIndex(plan), order);
            IsSorted(plans[1]).ShouldBeFalse($"{order}\n{plans[1]}");

            // A page further on begins there, and does not walk past those before it. (Upwards, that the value is there is a lower bound too.)
            if (order.EndsWith("desc", StringComparison.Ordinal))
            {
                plans[1].ShouldMatch($@"{order.Split('=', '&')[1]} ?(<\?|<=)", order);
            }
        }

        foreach (var filter in filters)
        {
            var plans = await centralDb.PlansOfAsync(() => When_activities_are_listed_once_each.PageAsync(centralDb, user, $"?{filter}"));
            plans.Skip(1).ShouldAllBe(plan => GoesByAnIndex(plan), filter);
        }

        (await centralDb.PlansOfAsync(() => centralDb.SendAsync(HttpMethod.Get, $"/activities/{user}/types"))).Skip(1).ShouldAllBe(plan => GoesByAnIndex(plan));
    }

    private static async Task FillAsync(DbContext context, Guid user)
    {
        var other = Guid.NewGuid();
        await context.Database.ExecuteSqlAsync($"INSERT INTO users (id, email, email_key, created_at) SELECT {other}, 'other', 'other', created_at FROM users");
        context.AddRange(Enumerable.Range(1, 10_000).Select(i => new ActivityOverview
        {
            UserId = user,
            GarminActivityId = i,
            ActivityId = Guid.NewGuid(),
            Name = $"Activity {i}",
            NameKey = $"ACTIVITY {i}",
            ActivityType = $"type{i % 10}",
            StartTime = new DateTimeOffset(2016, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(8 * i),
            StartDay = $"{new DateTime(2016, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(8 * i):yyyy-MM-dd}",
            DistanceMeters = i % 3 == 0 ? null : i * 7919 % 30_000,
            DurationSeconds = i * 7907 % 10_000,
            ElevationGainMeters = i % 2 == 0 ? null : i * 7901 % 1000,
            AverageHeartRate = i % 4 == 0 ? null : 100 + (i % 60),
        }));
        await context.SaveChangesAsync();

        // Others' activities, so that it pays to look for one user's. Three files each.
        const string Columns = """
            garmin_activity_id, activity_id, name, name_key, activity_type, start_time, start_day, distance_meters, duration_seconds, elevation_gain_meters, average_heart_rate,
            revision, updated_at, version
            """;
        var others = $$"""
            INSERT INTO activity_overviews (user_id, {{Columns}}) SELECT {0}, {{Columns.Replace("garmin_activity_id", "garmin_activity_id + 10000 * n")}}
            FROM activity_overviews CROSS JOIN (SELECT 1 AS n UNION SELECT 2 UNION SELECT 3 UNION SELECT 4) AS times
            """;
        await context.Database.ExecuteSqlRawAsync(others, other);
        var id = context.Database.IsSqlite() ? "printf('%08X-0000-4000-8000-%012X', garmin_activity_id, format.n)" : "gen_random_uuid()";
        var records = $"""
            INSERT INTO activities (id, user_id, garmin_activity_id, file_format, revision, file_path, file_size, created_at, updated_at, version)
            SELECT {id}, user_id, garmin_activity_id, format.name, 1, 'x', 1, updated_at, updated_at, 1
            FROM activity_overviews CROSS JOIN (SELECT 'fit' AS name, 1 AS n UNION SELECT 'tcx', 2 UNION SELECT 'gpx', 3) AS format WHERE garmin_activity_id <= 30000
            """;
        await context.Database.ExecuteSqlRawAsync(records);
        await context.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    private static bool GoesByAnIndex(string plan) => !plan.Contains("Seq Scan", StringComparison.Ordinal) && !plan.StartsWith("SCAN ", StringComparison.Ordinal)
        && !plan.Contains("\nSCAN ", StringComparison.Ordinal);

    private static bool IsSorted(string plan) => plan.Contains("TEMP B-TREE", StringComparison.Ordinal) || plan.Contains("Sort", StringComparison.Ordinal);
}

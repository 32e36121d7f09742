using System.Text.RegularExpressions;
using FitTrack.Databases;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.HealthMetrics;

public class When_a_user_has_months_of_seconds(PostgreSqlServer postgres)
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Every_query_goes_by_the_primary_key(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        IReadOnlyList<string> filled = ["health_metrics"];
        await centralDb.InDatabaseAsync(async context =>
        {
            await FillAsync(context, user);
            if (database == DatabaseProvider.PostgreSql)
            {
                filled = await context.Database.SqlQueryRaw<string>("SELECT DISTINCT tableoid::regclass::text AS \"Value\" FROM health_metrics").ToListAsync();
            }
        });
        string[] calls =
        [
            "series?metric_type=type1&metric_type=type2&points=200",
            "series?metric_type=type1&from=2026-02-01&to=2026-02-28&points=200",
            "days?metric_type=type1&from=2026-02-01&to=2026-02-28",
            "latest?",
        ];

        IReadOnlyList<string> plans = [];
        foreach (var call in calls)
        {
            plans = await centralDb.PlansOfAsync(async () =>
                (await centralDb.SendAsync(HttpMethod.Get, $"/health_metrics/{call}&user_id={user}")).Body["items"]!.AsArray().ShouldNotBeEmpty(call));

            plans.Count.ShouldBeGreaterThan(1);
            if (call.StartsWith("series", StringComparison.Ordinal))
            {
                // Bucket by bucket, each between its ends.
                plans.ShouldContain(plan => Regex.IsMatch(plan, @"at>\? AND at<\?|Index Cond:.*\bat >= .*\bat < "), string.Join("\n\n", plans));
            }

            plans.Skip(1).ShouldAllBe(plan => GoesByTheKey(plan, filled), $"{call}\n{string.Join("\n\n", plans)}");
        }

        // The latest go from type to type.
        plans[^1].ShouldMatch("Recursive Union|RECURSIVE STEP");
    }

    // 5 types with a value every ten minutes for 140 days, and those of another user.
    private static async Task FillAsync(DbContext context, Guid user)
    {
        var other = Guid.NewGuid();
        await context.Database.ExecuteSqlAsync($"INSERT INTO users (id, email, email_key, created_at) SELECT {other}, 'other', 'other', created_at FROM users");
        var sqlite = context.Database.IsSqlite();
        var (at, no) = sqlite ? ("datetime('2026-01-01', (600 * i) || ' seconds')", "0") : ("timestamptz '2026-01-01Z' + 600 * i * interval '1 second'", "false");
        var fill = $$"""
            WITH RECURSIVE numbers(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM numbers WHERE i < 20159)
            INSERT INTO health_metrics (user_id, metric_type, at, daily, value, created_at, updated_at)
            SELECT users.id, 'type' || n, {{at}}, {{no}}, i, created_at, created_at
            FROM numbers CROSS JOIN users CROSS JOIN (SELECT 1 AS n UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5) AS types
            """;
        await context.Database.ExecuteSqlRawAsync(fill);
        await context.Database.ExecuteSqlRawAsync(sqlite ? "ANALYZE" : "VACUUM ANALYZE");
    }

    // Of the metrics themselves, as far as there are some in a partition; buckets and the types that were found are few.
    private static bool GoesByTheKey(string plan, IReadOnlyList<string> filled) => plan.Split('\n').All(line =>
        !filled.Any(table => line.Contains($"Seq Scan on {table}", StringComparison.Ordinal))
        && (!filled.Any(table => Regex.IsMatch(line, $@"Index .* on {table}(_|\b)")) || Regex.IsMatch(line, @"(using|Bitmap Index Scan on) (pk_health_metrics|health_metrics_\w+_pkey)"))
        && (!line.StartsWith("SEARCH", StringComparison.Ordinal) || line.Contains("sqlite_autoindex_health_metrics_1", StringComparison.Ordinal))
        && (!line.StartsWith("SCAN", StringComparison.Ordinal) || line.Contains("VIRTUAL TABLE", StringComparison.Ordinal) || line is "SCAN types" or "SCAN ends" or "SCAN found"));
}

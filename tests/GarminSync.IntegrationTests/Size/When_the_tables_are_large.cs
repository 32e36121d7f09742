using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GarminConnect.Simulator;
using GarminConnect.Simulator.Athletes;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests.Size;

/// <summary>
/// Whatever the service does for one account, and whatever is looked at, finds what it needs by an index: the time of a statement does not grow with the accounts of others. The plans
/// are those of the statements as they were executed, all of them, by the server's <c>auto_explain</c>.
/// </summary>
public sealed class When_the_tables_are_large(RabbitMqBroker broker)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // A prepared statement gets a plan for any parameters once it has been executed a few times and PostgreSQL expects no more of one for its own. In each way another account is linked,
    // synchronised and erased.
    private static readonly (string PlanCacheMode, string Account)[] Ways = [("auto", "second@example.com"), ("force_generic_plan", "third@example.com")];

    // Of each table an account has its share. The account that is looked at has been synchronised more often than the copies, and a page of a table costs nothing.
    private const double Shares = 5;
    private const double FewRows = 200;

    // What is asked of all accounts, for an operator or for the list of accounts, is as long as that list: thousands of rows and not millions.
    private static readonly string[] OfAllAccounts =
    [
        "FROM garmin_account AS g WHERE g.linked",
        "FROM garmin_account AS g WHERE g.user_id = ANY",
        "FROM garmin_requests AS g WHERE g.user_id = ANY",
        "FROM garmin_requests AS g WHERE g.day >= $1 GROUP BY g.day",
        "FROM sync_schedule AS s;",
        "FROM sync_schedule AS s WHERE s.user_id = ANY",
    ];

    [Fact]
    public async Task No_statement_reads_one_whole_and_none_reads_rows_that_it_does_not_need()
    {
        Assert.SkipUnless(PostgreSqlServer.CanStop, "Reads the log of a server of its own.");
        await using var postgres = new PostgreSqlServer
        {
            Settings = ["shared_preload_libraries=auto_explain", "auto_explain.log_analyze=on", "auto_explain.log_timing=off", "auto_explain.log_format=json"],
        };
        var (state, centralDb) = (await postgres.CreateDatabaseAsync(Token), await postgres.CreateDatabaseAsync(Token));
        Assert.SkipWhen(postgres.LogFile is null, "A server in a container keeps its log to itself.");
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 40, Athletes = [.. Ways.Select(way => new AthleteSpec { Email = way.Account, Activities = 40 })] });
        await using var system = await HostedSystem.StartAsync(broker, new Dictionary<string, string?>(HostedSystem.Settings(garmin), StringComparer.Ordinal)
        {
            ["State:Provider"] = "PostgreSql",
            ["State:ConnectionString"] = state,
            ["CentralDbServer:Provider"] = "PostgreSql",
            ["CentralDbServer:ConnectionString"] = centralDb,
            ["Schedules:LookInterval"] = "00:00:00.100",
        });
        var user = await LinkAsync(system, GatewayCalls.UserName);
        await SyncAllAsync(system, user);
        await ManyAccounts.MakeAsync(state, centralDb, user);

        await SetAsync(state, "auto_explain.log_min_duration", "0");
        foreach (var (planCacheMode, account) in Ways)
        {
            await SetAsync(state, "plan_cache_mode", planCacheMode);
            await UseAsync(system, user, account, state);
        }

        await SetAsync(state, "auto_explain.log_min_duration", "-1");

        var large = (await ManyAccounts.LargeTablesAsync(state)).Concat(await ManyAccounts.LargeTablesAsync(centralDb)).ToDictionary(StringComparer.Ordinal);
        large.Count.ShouldBeGreaterThan(12, "or nothing was made that could be read");
        var plans = StatementPlan.In(File.ReadLines(postgres.LogFile)).DistinctBy(plan => (plan.Statement, string.Join('|', plan.Reads))).ToList();
        plans.Select(plan => plan.Statement).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(100, "or the server did not tell its plans");
        var faults = plans.Where(plan => !OfAllAccounts.Any(list => $"{plan.Statement};".Contains(list, StringComparison.Ordinal)))
            .SelectMany(plan => plan.Reads.Where(read => large.ContainsKey(read.Table)).Select(read => (Fault: FaultOf(read, large[read.Table]), plan.Statement)))
            .Where(found => found.Fault is not null).Select(found => $"{found.Fault}: {found.Statement}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        faults.ShouldBeEmpty();
    }

    private static string? FaultOf(StatementPlan.Read read, long rows) => read switch
    {
        { Node: "Seq Scan" } => $"{read.Table} is read whole",
        _ when read.Rows > (Shares * rows / ManyAccounts.Users) + FewRows => $"{read.Rows} rows of {read.Table} are read",
        _ => null,
    };

    private static async Task<string> LinkAsync(HostedSystem system, string userName)
    {
        var user = await system.Api.LinkAsync(userName);
        using var stored = await system.CentralDb.Http.PostAsJsonAsync(
            "workout_plans", new { id = $"plan-{user}", user_id = user, name = "plan", sport = "running", steps = new[] { new { type = "interval", duration = new { type = "time", value = 1800 } } } }, Token);
        stored.StatusCode.ShouldBe(HttpStatusCode.Created);
        return user;
    }

    private static async Task SyncAllAsync(HostedSystem system, string user)
    {
        await EndAsync(system, "activities", new { user_id = user });
        await EndAsync(system, "health-metrics", new { user_id = user, start_date = "2026-11-01", end_date = "2026-11-08" });
        await EndAsync(system, "workouts", new { user_id = user, workout_ids = new[] { $"plan-{user}" } });
        using var scheduled = await system.Api.PutAsJsonAsync($"api/garmin/accounts/{user}/schedule", new { every = "PT6H" }, Token);
        scheduled.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    // For sessions that are there already too.
    private static async Task SetAsync(string database, string setting, string value)
    {
        await ManyAccounts.RunAsync(database, $"ALTER SYSTEM SET {setting} = {value}", user: null);
        await ManyAccounts.RunAsync(database, "SELECT pg_reload_conf()", user: null);
    }

    private static async Task UseAsync(HostedSystem system, string user, string account, string state)
    {
        var other = await LinkAsync(system, account);
        await SyncAllAsync(system, other);
        await SyncAllAsync(system, user);
        await LookAsync(system, user);
        await ManyAccounts.RunAsync(state, $"UPDATE sync_schedule SET next_run_at = now() - interval '1 minute' WHERE user_id = '{other}'", user: null);
        await Eventually.Is(async () => (await JobsAsync(system, other)) >= 4);
        using var erased = await system.Api.DeleteAsync(new Uri($"api/garmin/users/{other}?confirm={other}", UriKind.Relative), Token);
        erased.IsSuccessStatusCode.ShouldBeTrue();
        await Eventually.Is(async () =>
        {
            using var gone = await system.Api.GetAsync(new Uri($"api/garmin/users/{other}/erasure", UriKind.Relative), Token);
            return (await gone.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("state").GetString() == "erased";
        });
    }

    private static async Task LookAsync(HostedSystem system, string user)
    {
        var job = (await system.Api.GetFromJsonAsync<JsonElement>($"api/garmin/sync/jobs?user_id={user}", Token)).GetProperty("jobs")[0].GetProperty("job_id");
        var activity = (await system.Api.GetFromJsonAsync<JsonElement>($"api/garmin/activities?user_id={user}", Token)).GetProperty("activities")[0].GetProperty("garmin_activity_id");
        string[] paths =
        [
            "api/garmin/accounts", $"api/garmin/accounts/{user}", $"api/garmin/accounts/{user}/coverage", $"api/garmin/accounts/{user}/schedule",
            $"api/garmin/sync/status?user_id={user}", "api/garmin/sync/jobs", "api/garmin/sync/jobs?state=completed", $"api/garmin/sync/jobs/{job}", "api/sync/status",
            $"api/garmin/activities?user_id={user}&search=run", $"api/garmin/activities?user_id={user}&sort=-distance_meters", $"api/garmin/activities/types?user_id={user}",
            $"api/garmin/activities/{activity}?user_id={user}", $"api/garmin/activities/{activity}/revisions?user_id={user}", $"api/garmin/activities/{activity}/file?user_id={user}",
            $"api/garmin/workouts?user_id={user}", $"api/garmin/workouts/plan-{user}?user_id={user}", $"api/garmin/workouts/plan-{user}/status?user_id={user}",
            $"api/garmin/health?user_id={user}&metric_type=steps&metric_type=resting_heart_rate", $"api/garmin/health/latest?user_id={user}", "api/operations",
            "", "sync", "activities", $"activities/{activity}", "health", "coverage", "schedule", "workouts", "operate", $"jobs/{job}", "link",
        ];
        var refused = new List<string>();
        foreach (var path in paths)
        {
            using var answer = await system.Api.GetAsync(new Uri(path, UriKind.Relative), Token);
            if (!answer.IsSuccessStatusCode)
            {
                refused.Add($"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(Token)}");
            }
        }

        refused.ShouldBeEmpty();
    }

    private static async Task<int> JobsAsync(HostedSystem system, string user) =>
        (await system.Api.GetFromJsonAsync<JsonElement>($"api/garmin/sync/jobs?user_id={user}", Token)).GetProperty("jobs").EnumerateArray().Count(job => job.GetProperty("end_time").ValueKind != JsonValueKind.Null);

    private static async Task EndAsync(HostedSystem system, string kind, object body)
    {
        using var answer = await system.Api.PostAsJsonAsync($"api/garmin/sync/{kind}", body, Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync(Token));
        (await system.Api.EndOfJobAsync(answer.Headers.Location!)).GetProperty("state").GetString().ShouldBe("completed");
    }
}

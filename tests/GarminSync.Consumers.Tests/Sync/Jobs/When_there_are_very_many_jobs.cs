using System.Data.Common;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

public sealed class When_there_are_very_many_jobs(PostgreSqlServer postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_question_about_them_reads_them_all()
    {
        await using var host = await StartAsync();
        var plans = new Plans();
        await using var scope = host.Services.CreateAsyncScope();
        var options = scope.ServiceProvider.GetRequiredService<DbContextOptions<StateDb>>();
        await using var db = new StateDb(new DbContextOptionsBuilder<StateDb>(options).AddInterceptors(plans).Options);
        var jobs = new SyncJobQueries(db, TimeProvider.System);

        await jobs.FindAsync(Guid.NewGuid(), Token);
        await jobs.CurrentAsync(userId: null, Token);
        await jobs.CurrentAsync("7", Token);
        await jobs.CurrentAsync("nobody", Token);
        var page = await jobs.ListAsync(new ListSyncJobs { Limit = 20 }, Token);
        await jobs.ListAsync(new ListSyncJobs { Limit = 20, Cursor = page.NextCursor }, Token);
        await jobs.ListAsync(new ListSyncJobs { Limit = 20, UserId = "7" }, Token);
        await jobs.ListAsync(new ListSyncJobs { Limit = 20, State = SyncJobStates.Failed }, Token);
        await jobs.ListAsync(new ListSyncJobs { Limit = 20, State = SyncJobStates.Paused }, Token);
        await jobs.ListAsync(new ListSyncJobs { Limit = 20, JobType = SyncKinds.Health }, Token);
        await jobs.ListAsync(new ListSyncJobs { Limit = 20, UserId = "7", State = SyncJobStates.Completed, JobType = SyncKinds.Activities, Cursor = page.NextCursor }, Token);

        plans.Seen.Count.ShouldBeGreaterThanOrEqualTo(11);
        plans.Seen.ShouldAllBe(plan => !plan.Contains("Seq Scan on sync_job", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_further_on_begins_where_the_last_one_ended()
    {
        await using var host = await StartAsync();
        var plans = new Plans();
        await using var scope = host.Services.CreateAsyncScope();
        var options = scope.ServiceProvider.GetRequiredService<DbContextOptions<StateDb>>();
        await using var db = new StateDb(new DbContextOptionsBuilder<StateDb>(options).AddInterceptors(plans).Options);

        await new SyncJobQueries(db, TimeProvider.System).ListAsync(new ListSyncJobs { Limit = 20, Cursor = $"{new DateTimeOffset(2026, 1, 1, 5, 0, 0, TimeSpan.Zero).UtcTicks}_{Guid.NewGuid():N}" }, Token);

        plans.Seen.ShouldHaveSingleItem().ShouldContain("Index Cond: (requested_at <=");
    }

    // 100,000 jobs of 1,000 users, nearly all of them ended.
    private async Task<SyncHost> StartAsync()
    {
        var host = await SyncHost.StartAsync(postgres);
        await host.ChangeAsync(async db =>
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO sync_job (correlation_id, current_state, user_id, job_type, scope, requested_at, started_at, finished_at, listed_all_activities, counts, in_flight,
                    garmin_requests, progress, failures_in_row, plan_failures, losses)
                SELECT gen_random_uuid(), CASE WHEN n % 1000 = 0 THEN 'Failed' WHEN n % 1001 = 0 THEN 'Fetching' ELSE 'Completed' END, (n % 1000)::text,
                    CASE WHEN n % 3 = 0 THEN 'health' ELSE 'activities' END, {"{\"Kinds\":[\"activities\"],\"Formats\":[\"original\"]}"}, timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-01-01' + n * interval '1 minute',
                    CASE WHEN n % 1001 = 0 THEN NULL ELSE timestamptz '2026-01-01' + n * interval '2 minute' END, false, {"{\"ByKind\":[]}"}, 0, 0, 1, 0, 0, 0
                FROM generate_series(1, 100000) AS n
                """,
                Token);
            await db.Database.ExecuteSqlAsync($"ANALYZE sync_job", Token);
        });
        return host;
    }

    // Asks PostgreSQL for the plan of each query that is run.
    private sealed class Plans : DbCommandInterceptor
    {
        public List<string> Seen { get; } = [];

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            var query = command.CommandText;
            command.CommandText = $"EXPLAIN {query}";
            var lines = new List<string>();
            await using (var plan = await command.ExecuteReaderAsync(cancellationToken))
            {
                while (await plan.ReadAsync(cancellationToken))
                {
                    lines.Add(plan.GetString(0));
                }
            }

            Seen.Add(string.Join('\n', lines));
            command.CommandText = query;
            return result;
        }
    }
}

using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

public sealed class When_jobs_are_listed(PostgreSqlServer postgres)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task The_cursor_leads_through_all_of_them_once_newest_first(bool onPostgreSql)
    {
        await using var host = await SyncHost.StartAsync(onPostgreSql ? postgres : null);
        var times = Enumerable.Range(0, 23).Select(number => host.Clock.GetUtcNow().AddSeconds(number / 5)).ToList();
        await AddAsync(host, times.Select(time => Job("Completed", time)));

        var seen = new List<SyncJobStatus>();
        SyncJobList? page = null;
        do
        {
            page = await ListAsync(host, new ListSyncJobs { Limit = 4, Cursor = page?.NextCursor });
            seen.AddRange(page.Jobs);
        }
        while (page.NextCursor is not null);

        seen.Select(job => job.JobId).Distinct().Count().ShouldBe(23);
        seen.Select(job => job.RequestedAt).ShouldBe(times.OrderDescending());
    }

    [Fact]
    public async Task They_can_be_chosen_by_user_state_and_type()
    {
        await using var host = await SyncHost.StartAsync();
        var now = host.Clock.GetUtcNow();
        await AddAsync(host, [Job("Completed", now), Job("CompletedWithErrors", now), Job("CompletedWithErrors", now, "43")]);

        var chosen = await ListAsync(host, new ListSyncJobs { Limit = 50, UserId = SyncHost.User, State = SyncJobStates.CompletedWithErrors, JobType = SyncKinds.Activities });

        chosen.Jobs.ShouldHaveSingleItem().State.ShouldBe(SyncJobStates.CompletedWithErrors);
        (await ListAsync(host, new ListSyncJobs { Limit = 50, JobType = SyncKinds.Health })).Jobs.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_offset_skips_and_a_limit_is_kept_within_reason()
    {
        await using var host = await SyncHost.StartAsync();
        await AddAsync(host, Enumerable.Range(0, 5).Select(number => Job("Completed", host.Clock.GetUtcNow().AddSeconds(number))));

        (await ListAsync(host, new ListSyncJobs { Limit = 50, Offset = 3 })).Jobs.Count.ShouldBe(2);
        (await ListAsync(host, new ListSyncJobs { Limit = -1 })).Jobs.Count.ShouldBe(1);
        (await ListAsync(host, new ListSyncJobs { Limit = int.MaxValue })).Jobs.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("9999999999999999999_x")]
    [InlineData("-1_00000000000000000000000000000000")]
    public async Task A_cursor_that_is_not_ours_is_refused(string cursor)
    {
        await using var host = await SyncHost.StartAsync();
        await AddAsync(host, [Job("Completed", host.Clock.GetUtcNow())]);

        var list = await ListAsync(host, new ListSyncJobs { Limit = 50, Cursor = cursor });

        list.CursorProblem.ShouldBe("must be the next_cursor of an answer");
        list.Jobs.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_current_one_is_the_running_one_else_the_newest()
    {
        await using var host = await SyncHost.StartAsync();
        (await CurrentAsync(host)).ShouldBeOfType<SyncJobNotFound>();

        await AddAsync(host, [Job("Completed", host.Clock.GetUtcNow()), Job("Cancelled", host.Clock.GetUtcNow().AddHours(1))]);
        ((SyncJobStatus)await CurrentAsync(host)).State.ShouldBe(SyncJobStates.Cancelled);

        await host.LinkAsync();
        await host.StartAsync();
        ((SyncJobStatus)await CurrentAsync(host)).State.ShouldBe(SyncJobStates.Planning);
    }

    private static Task<object> CurrentAsync(SyncHost host) =>
        host.AskAsync<GetSyncStatus, SyncJobStatus, SyncJobNotFound>(new GetSyncStatus { UserId = SyncHost.User });

    private static async Task<SyncJobList> ListAsync(SyncHost host, ListSyncJobs request) =>
        (SyncJobList)await host.AskAsync<ListSyncJobs, SyncJobList, SyncJobNotFound>(request);

    private static SyncJob Job(string state, DateTimeOffset at, string userId = SyncHost.User) => new()
    {
        CorrelationId = Guid.NewGuid(),
        CurrentState = state,
        UserId = userId,
        JobType = SyncKinds.Activities,
        Scope = Jobs.Activities,
        RequestedAt = at,
        StartedAt = at,
        FinishedAt = at,
    };

    private static Task AddAsync(SyncHost host, IEnumerable<SyncJob> jobs) => host.ChangeAsync(db => db.AddRangeAsync(jobs));
}

using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

public sealed class When_jobs_ended_long_ago(PostgreSqlServer postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(false), InlineData(true)]
    public async Task They_are_forgotten_with_their_items_and_the_newest_of_each_account_stays(bool onPostgreSql)
    {
        await using var host = await SyncHost.StartAsync(onPostgreSql ? postgres : null);
        var now = host.Clock.GetUtcNow();
        SyncJob[] kept =
        [
            Job("42", now.AddDays(-91)), // the newest that ended
            Job("42", now.AddDays(-90.5), ended: false),
            Job("43", now.AddDays(-400)),
            Job("44", now.AddDays(-89)),
            Job("44", now.AddDays(-88)),
        ];
        var old = Enumerable.Range(1, 25).Select(number => Job("42", now.AddDays(-91 - number))).Append(Job("44", now.AddDays(-120)));
        await AddAsync(host, [.. kept, .. old]);

        host.Clock.Advance(TimeSpan.FromHours(1));

        await Eventually.Equals(kept.Length, () => host.ReadAsync(db => db.Set<SyncJob>().CountAsync(Token)), cancellationToken: Token);
        var ids = await host.ReadAsync(db => db.Set<SyncJob>().Select(job => job.CorrelationId).ToListAsync(Token));
        ids.ShouldBe(kept.Select(job => job.CorrelationId), ignoreOrder: true);
        (await host.ReadAsync(db => db.Set<WorkItem>().Select(item => item.JobId).Distinct().ToListAsync(Token))).ShouldBe(ids, ignoreOrder: true);
    }

    [Fact]
    public async Task How_long_they_are_kept_is_an_option()
    {
        await using var host = await SyncHost.StartAsync(settings: ("Sync:KeepEndedJobs", "2.00:00:00"));
        var now = host.Clock.GetUtcNow();
        var newest = Job("42", now.AddDays(-1));
        await AddAsync(host, [newest, Job("42", now.AddDays(-3))]);

        host.Clock.Advance(TimeSpan.FromHours(1));

        await Eventually.Equals(1, () => host.ReadAsync(db => db.Set<SyncJob>().CountAsync(Token)), cancellationToken: Token);
        (await host.JobAsync(newest.CorrelationId)).CurrentState.ShouldBe("Completed");
    }

    private static Task AddAsync(SyncHost host, SyncJob[] jobs) => host.ChangeAsync(db =>
    {
        db.AddRange(jobs);
        db.AddRange(jobs.Select(job => Jobs.Item(job.CorrelationId, 1)));
        db.AddRange(jobs.Select(job => Jobs.Item(job.CorrelationId, 2)));
        return Task.CompletedTask;
    });

    private static SyncJob Job(string userId, DateTimeOffset at, bool ended = true) => new()
    {
        CorrelationId = Guid.NewGuid(),
        CurrentState = ended ? "Completed" : "Fetching",
        UserId = userId,
        JobType = SyncKinds.Activities,
        Scope = Jobs.Activities,
        RequestedAt = at,
        FinishedAt = ended ? at : null,
    };
}

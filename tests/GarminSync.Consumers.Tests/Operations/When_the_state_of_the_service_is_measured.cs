using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Operations;
using GarminSync.Consumers.Sync;
using GarminSync.Consumers.Tests.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Operations;

public sealed class When_the_state_of_the_service_is_measured(PostgreSqlServer server)
{
    public static TheoryData<bool> BothDatabases => [false, true];

    [Theory]
    [MemberData(nameof(BothDatabases))]
    public async Task Accounts_are_counted_by_why_they_pause(bool onPostgreSql)
    {
        await using var host = await SyncHost.StartAsync(onPostgreSql ? server : null);
        var now = host.Clock.GetUtcNow();
        await host.ChangeAsync(db =>
        {
            db.AddRange(
                Account("fresh", now, now),
                Account("login", now, now, needsLogin: true),
                Account("limited", now, now, limitedUntil: now.AddHours(1)),
                Account("no longer limited", now, now, limitedUntil: now.AddHours(-1)),
                Account("outage", now, now),
                Account("retry", now, now),
                Account("unused", now.AddDays(-100), now.AddDays(-24)),
                Account("never synced", now.AddDays(-24), lastSyncAt: null),
                Account("gone", now.AddDays(-100), now.AddDays(-24), linked: false));
            db.AddRange(
                Paused("outage", failures: 1), Paused("outage", failures: 2), Paused("retry", failures: 0),

                // Counted already, for what keeps them.
                Paused("login", failures: 0), Paused("limited", failures: 1));
            return Task.CompletedTask;
        });

        var state = await ReadAsync(host);

        state.Accounts.ShouldBe(8);
        state.Paused.ShouldBe(new Dictionary<string, long>(StringComparer.Ordinal) { ["login"] = 1, ["limit"] = 1, ["outage"] = 1, ["retry"] = 1 }, ignoreOrder: true);
        state.TokensEnding.ShouldBe(2);
        state.Jobs.ShouldBe(new Dictionary<string, long>(StringComparer.Ordinal) { [SyncJobStates.Paused] = 5 });
    }

    [Theory]
    [MemberData(nameof(BothDatabases))]
    public async Task Data_are_as_old_as_the_newest_sync_that_went_to_its_end(bool onPostgreSql)
    {
        await using var host = await SyncHost.StartAsync(onPostgreSql ? server : null);
        var now = host.Clock.GetUtcNow();
        await host.ChangeAsync(db =>
        {
            db.AddRange(Account("a", now, now), Account("b", now, now), Account("never", now, now));
            db.AddRange(
                Ended("a", SyncKinds.Activities, now.AddDays(-10), nameof(SyncJobStateMachine.Completed)),
                Ended("a", SyncKinds.All, now.AddHours(-5), nameof(SyncJobStateMachine.CompletedWithErrors)),
                Ended("a", SyncKinds.Activities, now.AddHours(-1), nameof(SyncJobStateMachine.Failed)),
                Ended("b", SyncKinds.Activities, now.AddDays(-3), nameof(SyncJobStateMachine.Completed)));
            return Task.CompletedTask;
        });

        var state = await ReadAsync(host);

        var activities = state.Fresh.Single(one => one.Kind == SyncKinds.Activities);
        activities.Oldest.ShouldBe(TimeSpan.FromDays(3));
        activities.Within.ShouldBe([("1h", 0), ("6h", 1), ("1d", 1), ("2d", 1), ("7d", 2), ("30d", 2), ("any", 3)]);
        state.Fresh.Single(one => one.Kind == SyncKinds.Health).Oldest.ShouldBe(TimeSpan.FromHours(5));
        state.Fresh.Single(one => one.Kind == SyncKinds.Workouts).Within.ShouldAllBe(within => within.Accounts == (within.Name == "any" ? 3 : 0));
    }

    [Theory]
    [MemberData(nameof(BothDatabases))]
    public async Task Of_nobody_there_is_nothing(bool onPostgreSql)
    {
        await using var host = await SyncHost.StartAsync(onPostgreSql ? server : null);

        var state = await ReadAsync(host);

        state.Accounts.ShouldBe(0);
        state.Paused.Values.ShouldAllBe(accounts => accounts == 0);
        state.Fresh.ShouldAllBe(one => one.Oldest == TimeSpan.Zero);
    }

    private static GarminAccount Account(
        string userId, DateTimeOffset linkedAt, DateTimeOffset? lastSyncAt, bool needsLogin = false, DateTimeOffset? limitedUntil = null, bool linked = true) => new()
        {
            UserId = userId,
            UserName = $"{userId}@example.com",
            Linked = linked,
            LinkedAt = linkedAt,
            LastSyncAt = lastSyncAt,
            NeedsLogin = needsLogin,
            RateLimitedUntil = limitedUntil,
        };

    private static SyncJob Paused(string userId, int failures) => new()
    {
        CorrelationId = Guid.NewGuid(),
        UserId = userId,
        JobType = SyncKinds.Activities,
        CurrentState = nameof(SyncJobStateMachine.Paused),
        Scope = new SyncScope { Kinds = [SyncKinds.Activities], Formats = [] },
        FailuresInRow = failures,
    };

    private static SyncJob Ended(string userId, string jobType, DateTimeOffset at, string state) => new()
    {
        CorrelationId = Guid.NewGuid(),
        UserId = userId,
        JobType = jobType,
        CurrentState = state,
        Scope = new SyncScope { Kinds = [jobType], Formats = [] },
        RequestedAt = at,
        StartedAt = at,
        FinishedAt = at,
    };

    private static async Task<ServiceState> ReadAsync(SyncHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ServiceStateQueries>().ReadAsync(TestContext.Current.CancellationToken);
    }
}

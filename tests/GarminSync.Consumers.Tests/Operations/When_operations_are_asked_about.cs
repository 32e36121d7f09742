using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Sync;
using GarminSync.Consumers.Tests.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Operations;

public sealed class When_operations_are_asked_about(PostgreSqlServer server)
{
    public static TheoryData<bool> BothDatabases => [false, true];

    [Theory]
    [MemberData(nameof(BothDatabases))]
    public async Task It_tells_of_an_account_how_fresh_it_is_why_it_pauses_and_what_it_cost(bool onPostgreSql)
    {
        await using var host = await SyncHost.StartAsync(onPostgreSql ? server : null);
        await host.LinkAsync();
        await host.StartWithPlanAsync(1);
        var began = host.Clock.GetUtcNow();
        await host.FinishAsync((await host.ReadAsync(db => db.Set<SyncJob>().SingleAsync())).CorrelationId);
        host.Clock.Advance(TimeSpan.FromDays(1));
        var paused = await host.StartWithPlanAsync(1);
        var until = host.Clock.GetUtcNow().AddMinutes(10);
        await host.TellAsync((await host.InFlightAsync(paused)).Single().Deferred(until));

        var report = await AskAsync(host);

        var account = report.Accounts.ShouldHaveSingleItem();
        account.Account.UserId.ShouldBe(SyncHost.User);
        (account.IsPaused, account.PausedUntil, account.PausedReason).ShouldBe((true, until, "Garmin limits requests"));
        account.Freshness.ShouldBe(
            [
                new KindFreshness { Kind = SyncKinds.Activities, SyncedAt = began },
                new KindFreshness { Kind = SyncKinds.Health },
                new KindFreshness { Kind = SyncKinds.Workouts },
            ]);

        // A plan and an item a day, one request each.
        account.GarminRequests.ShouldBe([Of(began, 2), Of(host.Clock.GetUtcNow(), 2)]);
        report.GarminRequests.ShouldBe(account.GarminRequests);
        report.Jobs.ShouldBe([new JobsInState { State = SyncJobStates.Paused, Jobs = 1 }]);
        report.LinkedAccounts.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(BothDatabases))]
    public async Task Pages_have_each_account_once_the_stalest_first(bool onPostgreSql)
    {
        await using var host = await SyncHost.StartAsync(onPostgreSql ? server : null);
        var now = host.Clock.GetUtcNow();
        await host.ChangeAsync(db =>
        {
            db.AddRange(Enumerable.Range(0, 25).Select(number => new GarminAccount
            {
                UserId = $"{number:00}",
                UserName = $"runner{number}@example.com",
                Linked = number != 24,
                NeedsLogin = number == 3,
                RateLimitedUntil = number == 4 ? now.AddHours(1) : number == 5 ? now.AddHours(-1) : null,

                // Some never, and several at the same time.
                LastSyncAt = number % 5 == 0 ? null : now.AddHours(-number % 4),
            }));
            return Task.CompletedTask;
        });

        List<GarminAccountStatus> seen = [];
        string? cursor = null;
        do
        {
            var page = await AskAsync(host, new GetOperations { Limit = 4, Cursor = cursor });
            page.Accounts.Count.ShouldBeInRange(1, 4);
            (page.LinkedAccounts, page.AccountsThatNeedLogin, page.AccountsThatGarminLimits).ShouldBe((24, 1, 1));
            seen.AddRange(page.Accounts.Select(account => account.Account));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        seen.Count.ShouldBe(24);
        seen.Select(account => (account.LastSyncAt ?? DateTimeOffset.MinValue, account.UserId)).ShouldBeInOrder();
        seen.Select(account => account.UserId).Distinct().Count().ShouldBe(24);
    }

    [Theory]
    [MemberData(nameof(BothDatabases))]
    public async Task An_account_is_found_by_a_part_of_its_name(bool onPostgreSql)
    {
        await using var host = await SyncHost.StartAsync(onPostgreSql ? server : null);
        await host.LinkAsync("a_b");
        await host.LinkAsync("axb");

        (await AskAsync(host, new GetOperations { Limit = 10, Search = "A_B@EX" })).Accounts.ShouldHaveSingleItem().Account.UserId.ShouldBe("a_b");
        (await AskAsync(host, new GetOperations { Limit = 10, Search = "%" })).Accounts.ShouldBeEmpty();
        (await AskAsync(host, new GetOperations { Limit = 10, Cursor = "nonsense" })).CursorProblem.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_report_that_comes_twice_is_counted_once()
    {
        await using var host = await SyncHost.StartAsync();
        await host.LinkAsync();
        var job = await host.StartWithPlanAsync(1);
        var done = (await host.InFlightAsync(job)).Single().Done();
        var messageId = Guid.NewGuid();

        await host.TellAsync(done, messageId);
        await host.TellAsync(done, messageId);

        (await AskAsync(host)).GarminRequests.ShouldBe([Of(host.Clock.GetUtcNow(), 2)]);
    }

    [Fact]
    public async Task Days_of_long_ago_are_deleted()
    {
        await using var host = await SyncHost.StartAsync();
        await host.LinkAsync();
        await host.StartWithPlanAsync(1);
        host.Clock.Advance(TimeSpan.FromDays(GarminRequestsCleanUp.KeptDays - 1));
        (await host.ReadAsync(db => db.Set<GarminRequestDay>().CountAsync())).ShouldBe(1);

        host.Clock.Advance(TimeSpan.FromDays(1));

        await Eventually.Equals(0, () => host.ReadAsync(db => db.Set<GarminRequestDay>().CountAsync()), cancellationToken: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_service_that_answers_nobody_is_named()
    {
        await using var host = await SyncHost.StartAsync();
        host.Services.GetRequiredService<Outages>().Begin(Outage.CentralDb, "It answered 503.", host.Clock.GetUtcNow());

        var outage = (await AskAsync(host)).Outages.ShouldHaveSingleItem();

        (outage.Service, outage.Since, outage.Reason).ShouldBe((Outage.CentralDb, host.Clock.GetUtcNow(), "It answered 503."));
    }

    private static GarminRequestsOfDay Of(DateTimeOffset time, int requests) => new() { Day = time.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Requests = requests };

    private static async Task<OperationsReport> AskAsync(SyncHost host, GetOperations? request = null) =>
        (OperationsReport)await host.AskAsync<GetOperations, OperationsReport, SyncRefused>(request ?? new GetOperations { Limit = 50 });
}

using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Erasure;
using GarminSync.Consumers.Sync;
using GarminSync.Consumers.Tests.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Erasure;

public sealed class When_a_user_is_erased(PostgreSqlServer postgres)
{
    // Of users in no way: what is looked at here and is none of these and has no user_id is a table that nobody has thought about.
    private static readonly string[] OfNobody = ["inbox", "event_feed"];
    private static readonly string[] OfUsersOtherwise = ["work_item", "joined_request", "outbox", "pending_login", "login_cooldown", "user_erasure"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_of_the_user_is_left_in_any_table_and_all_of_others_is(bool inPostgres)
    {
        await using var centralDb = await ScriptedCentralDb.StartAsync();
        await using var host = await StartAsync(centralDb, inPostgres ? postgres : null);
        await host.LinkAsync("43");

        var status = await EraseAsync(host);
        status.State.ShouldBe(UserErasureStates.UnderWay);
        await host.ChangeAsync(async db =>
        {
            db.Add(new PendingLogin { LoginId = "a", AccountName = "42@example.com", SealedState = "x", ExpiresAt = host.Clock.GetUtcNow().AddDays(1) });
            db.Add(new LoginCooldown { AccountName = "ann@example.com", Until = host.Clock.GetUtcNow().AddDays(1) });
            db.Add(new LoginCooldown { AccountName = "43@example.com", Until = host.Clock.GetUtcNow().AddDays(1) });
            await PlantedRows.PlantAsync(db, SyncHost.User);
            await PlantedRows.PlantAsync(db, "43", undelivered: false);
        });
        (await host.ReadAsync(db => PlantedRows.CountAsync(db, SyncHost.User))).ShouldAllBe(table => table.Value > 0, "a table that this test does not fill");

        await RunAsync(host);

        (await host.ReadAsync(db => PlantedRows.CountAsync(db, SyncHost.User))).Where(table => table.Value > 0).ShouldBeEmpty();
        (await host.ReadAsync(db => PlantedRows.CountAsync(db, "43"))).Where(table => table.Key is not ("outbox" or "pending_event")).ShouldAllBe(table => table.Value > 0);
        (await host.ReadAsync(db => db.Set<PendingLogin>().CountAsync())).ShouldBe(0);
        (await host.ReadAsync(db => db.Set<LoginCooldown>().SingleAsync())).AccountName.ShouldBe("43@example.com");
        (await StatusAsync(host)).State.ShouldBe(UserErasureStates.Erased);
        host.Heard.Of<UserErased>().ShouldHaveSingleItem().ShouldBe(new UserErased { UserId = SyncHost.User, RequestedAt = status.RequestedAt });
    }

    [Fact]
    public async Task Each_table_of_the_state_store_is_thought_about()
    {
        await using var centralDb = await ScriptedCentralDb.StartAsync();
        await using var host = await StartAsync(centralDb);

        var tables = await host.ReadAsync(db => Task.FromResult(db.Model.GetEntityTypes().Where(type => type.FindProperty("UserId") is null).Select(type => type.GetTableName()!).ToList()));

        tables.ShouldBe(OfNobody.Concat(OfUsersOtherwise).Except(["user_erasure"]), ignoreOrder: true, "Say whether the rows of a new table are a user's, and if so, let UserRows erase them.");
    }

    [Fact]
    public async Task Work_that_is_under_way_ends_first()
    {
        await using var centralDb = await ScriptedCentralDb.StartAsync();
        await using var host = await StartAsync(centralDb);
        var job = await host.StartWithPlanAsync(3);
        var item = await BeginAsync(host, job);

        await EraseAsync(host);
        await host.RunErasuresAsync();

        var status = await StatusAsync(host);
        status.State.ShouldBe(UserErasureStates.UnderWay);
        status.Reason.ShouldNotBeNull().ShouldContain("has to end first");
        centralDb.Erasures.ShouldBe(0);

        await host.TellAsync(item.Done());
        await RunAsync(host);

        (await StatusAsync(host)).State.ShouldBe(UserErasureStates.Erased);
        (await host.ReadAsync(db => db.Set<SyncJob>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Work_of_a_process_that_has_died_ends_with_its_lease()
    {
        await using var centralDb = await ScriptedCentralDb.StartAsync();
        await using var host = await StartAsync(centralDb);
        await BeginAsync(host, await host.StartWithPlanAsync(3));
        await EraseAsync(host);
        await RunAsync(host);
        (await StatusAsync(host)).State.ShouldBe(UserErasureStates.UnderWay);

        await host.PassAsync(TimeSpan.FromMinutes(6));
        await RunAsync(host);

        (await StatusAsync(host)).State.ShouldBe(UserErasureStates.Erased);
    }

    [Fact]
    public async Task It_goes_on_by_itself_when_CentralDB_is_back()
    {
        await using var centralDb = await ScriptedCentralDb.StartAsync();
        await using var host = await StartAsync(centralDb);
        await EraseAsync(host);
        centralDb.Status = 403; // of those that the client does not repeat by itself, by a clock that stands still here
        await host.RunErasuresAsync();
        (await StatusAsync(host)).Reason.ShouldNotBeNull().ShouldContain("CentralDB");
        (await host.ReadAsync(db => db.Set<GarminAccount>().CountAsync())).ShouldBe(1, "the state store is erased after CentralDB");

        centralDb.Status = 202;
        await RunAsync(host);
        (await StatusAsync(host)).State.ShouldBe(UserErasureStates.UnderWay, "there is more");

        centralDb.Status = 204;
        await RunAsync(host);
        (await StatusAsync(host)).ShouldSatisfyAllConditions(
            status => status.State.ShouldBe(UserErasureStates.Erased), status => status.Reason.ShouldBeNull(), status => status.NotErased.ShouldBeNull());
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    public async Task What_a_CentralDB_without_the_call_keeps_is_said(int status)
    {
        await using var centralDb = await ScriptedCentralDb.StartAsync();
        centralDb.Status = status;
        await using var host = await StartAsync(centralDb);

        await EraseAsync(host);
        await RunAsync(host);

        (await StatusAsync(host)).NotErased.ShouldNotBeNull().ShouldContain("DELETE /users/{id}");
        host.Heard.Of<UserErased>().ShouldHaveSingleItem().NotErased.ShouldNotBeNull();
        centralDb.LastCredentials.ShouldNotBeNull().ShouldContain("\"access_token\":null");
    }

    [Fact]
    public async Task Two_who_ask_at_once_get_one_erasure()
    {
        await using var centralDb = await ScriptedCentralDb.StartAsync();
        await using var host = await StartAsync(centralDb, postgres);

        var asking = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => EraseAsync(host)));
        await Eventually.Is(
            () =>
            {
                // Each waits by this clock for the one before to be through with the tokens.
                host.Clock.Advance(TimeSpan.FromMilliseconds(250));
                return asking.IsCompleted;
            },
            cancellationToken: TestContext.Current.CancellationToken);

        var asked = await asking;
        await RunAsync(host);
        await RunAsync(host);

        asked.Select(status => status.RequestedAt).Distinct().ShouldHaveSingleItem();
        host.Heard.Of<UserErased>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_user_whom_nobody_knows_is_refused()
    {
        await using var centralDb = await ScriptedCentralDb.StartAsync();
        await using var host = await StartAsync(centralDb);

        var answer = await host.AskAsync<EraseUser, UserErasureStatus, SyncRefused>(new EraseUser { UserId = "44" });

        answer.ShouldBeOfType<SyncRefused>().Reason.ShouldBe(SyncRefusals.UnknownUser);
    }

    [Fact]
    public async Task Syncs_are_refused_meanwhile_and_those_that_wait_in_a_queue_start_no_job()
    {
        await using var centralDb = await ScriptedCentralDb.StartAsync();
        await using var host = await StartAsync(centralDb);
        await EraseAsync(host);

        var refused = await host.AskAsync<SyncRequested, SyncAccepted, SyncRefused>(new SyncRequested { UserId = SyncHost.User });
        refused.ShouldBeOfType<SyncRefused>().Reason.ShouldBe(SyncRefusals.BeingErased);

        await host.StartAsync();
        (await host.ReadAsync(db => db.Set<SyncJob>().CountAsync())).ShouldBe(0);

        await RunAsync(host);
        await host.StartAsync();
        (await host.ReadAsync(db => db.Set<SyncJob>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task What_comes_late_is_erased_too_and_then_the_note_itself()
    {
        await using var centralDb = await ScriptedCentralDb.StartAsync();
        await using var host = await StartAsync(centralDb);
        await EraseAsync(host);
        await RunAsync(host);
        await host.ChangeAsync(db => PlantedRows.PlantAsync(db, SyncHost.User));

        host.Clock.Advance(ErasureSteps.FirstSweepAfter);
        await host.RunErasuresAsync();
        (await host.ReadAsync(db => PlantedRows.CountAsync(db, SyncHost.User))).Where(table => table.Value > 0).ShouldBeEmpty();

        await host.LinkAsync();
        host.Clock.Advance(ErasureSteps.ForgottenAfter);
        await host.RunErasuresAsync();
        (await host.ReadAsync(db => db.Set<GarminAccount>().CountAsync())).ShouldBe(0, "a row that a late process has made");
        (await host.ReadAsync(db => db.Set<UserErasure>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Another_process_goes_on_when_one_is_killed_in_the_middle()
    {
        await using var centralDb = await ScriptedCentralDb.StartAsync();
        await using var host = await StartAsync(centralDb);
        await EraseAsync(host);
        // As a process leaves it that is killed after CentralDB has erased the user, and before the state store has.
        centralDb.Forget();
        await host.ChangeAsync(db => db.Set<UserErasure>().ExecuteUpdateAsync(
            row => row.SetProperty(erasure => erasure.LeaseOwner, Guid.NewGuid()).SetProperty(erasure => erasure.LeaseUntil, host.Clock.GetUtcNow().AddSeconds(20))));

        await host.RunErasuresAsync();
        (await StatusAsync(host)).State.ShouldBe(UserErasureStates.UnderWay, "the other may still be at it");

        host.Clock.Advance(TimeSpan.FromSeconds(21));
        await host.RunErasuresAsync();

        (await StatusAsync(host)).State.ShouldBe(UserErasureStates.Erased);
        host.Heard.Of<UserErased>().ShouldHaveSingleItem().NotErased.ShouldBeNull();
    }

    private static async Task<SyncHost> StartAsync(ScriptedCentralDb centralDb, PostgreSqlServer? postgres = null)
    {
        var host = await SyncHost.StartAsync(postgres, ("CentralDb:Url", centralDb.Url), ("CentralDb:RetryDelay", "00:00:00.001"));
        await host.LinkAsync();
        return host;
    }

    private static async Task<UserErasureStatus> EraseAsync(SyncHost host) =>
        (await host.AskAsync<EraseUser, UserErasureStatus, SyncRefused>(new EraseUser { UserId = SyncHost.User })).ShouldBeOfType<UserErasureStatus>();

    private static async Task<UserErasureStatus> StatusAsync(SyncHost host) =>
        (await host.AskAsync<GetUserErasure, UserErasureStatus, SyncRefused>(new GetUserErasure { UserId = SyncHost.User })).ShouldBeOfType<UserErasureStatus>();

    // As far as it comes without the end of a lease: its longest wait for a job is five seconds.
    private static async Task RunAsync(SyncHost host)
    {
        host.Clock.Advance(TimeSpan.FromSeconds(6));
        await host.RunErasuresAsync();
    }

    private static async Task<WorkItem> BeginAsync(SyncHost host, Guid job)
    {
        var item = (await host.InFlightAsync(job))[0];
        await host.ChangeAsync(db => db.Set<WorkItem>().Where(row => row.Id == item.Id).ExecuteUpdateAsync(row => row.SetProperty(begun => begun.StartedBy, NewId.NextGuid())));
        return item;
    }
}

using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Activities;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

public sealed class When_a_sync_is_requested
{
    private static readonly SyncRequested Request = new() { UserId = SyncHost.User, Kinds = [SyncKinds.Activities] };

    [Fact]
    public async Task The_answer_is_the_new_job()
    {
        await using var host = await StartAsync();

        var accepted = (await AskAsync(host, Request)).ShouldBeOfType<SyncAccepted>();

        accepted.Joined.ShouldBeFalse();
        (accepted.Job.UserId, accepted.Job.JobType, accepted.Job.State, accepted.Job.Progress).ShouldBe((SyncHost.User, SyncKinds.Activities, SyncJobStates.Planning, 0));
        (await host.StateAsync(accepted.Job.JobId)).ShouldBe("Planning");
    }

    [Fact]
    public async Task The_same_job_id_again_makes_one_job()
    {
        await using var host = await StartAsync();
        var request = Request with { JobId = Guid.NewGuid() };

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => AskAsync(host, request)));

        answers.ShouldAllBe(answer => ((SyncAccepted)answer).Job.JobId == request.JobId);
        (await host.ReadAsync(db => db.Set<SyncJob>().CountAsync())).ShouldBe(1);
        host.Heard.Of<PlanSync>().Count.ShouldBe(1);
    }

    [Fact]
    public async Task It_joins_a_job_that_has_not_read_the_lists_yet()
    {
        await using var host = await StartAsync();
        var first = (SyncAccepted)await AskAsync(host, Request);

        var second = (await AskAsync(host, Request with { StartDate = "2026-01-01" })).ShouldBeOfType<SyncAccepted>();

        (second.Joined, second.Job.JobId).ShouldBe((true, first.Job.JobId));
    }

    [Theory]
    [InlineData(null, "2018-01-01", false)]
    [InlineData("2018-01-01", "2018-01-01", true)]
    [InlineData("2018-01-01", "2019-01-01", true)]
    [InlineData("2019-01-01", "2018-01-01", false)]
    [InlineData(null, null, true)]
    public async Task It_joins_a_job_of_days_only_when_that_asks_for_these_days(string? waiting, string? asked, bool joined)
    {
        await using var host = await StartAsync();
        var health = Request with { Kinds = [SyncKinds.Health] };
        await AskAsync(host, health with { StartDate = waiting });

        (await AskAsync(host, health with { StartDate = asked })).ShouldBeOfType<SyncAccepted>().Joined.ShouldBe(joined);
    }

    [Fact]
    public async Task One_that_was_published_and_joined_is_told_and_known_by_its_own_id_too()
    {
        await using var host = await StartAsync();
        var waiting = ((SyncAccepted)await AskAsync(host, Request)).Job.JobId;
        var request = Request with { JobId = Guid.NewGuid() };

        await host.Bus.Publish(request);
        await Eventually.Is(() => host.Heard.Of<SyncJoined>().Count > 0);
        await host.Bus.Publish(request);
        await host.QuietAsync();

        // Also when that job is over, and there is none to join.
        await host.TellAsync(new CancelSync { JobId = waiting });
        await host.Bus.Publish(request);
        await host.QuietAsync();

        host.Heard.Of<SyncJoined>().Distinct().ShouldHaveSingleItem().ShouldBe(new SyncJoined { JobId = request.JobId!.Value, UserId = SyncHost.User, JoinedJobId = waiting });
        (await host.AskAsync<GetSyncJob, SyncJobStatus, SyncJobNotFound>(new GetSyncJob { JobId = request.JobId!.Value })).ShouldBeOfType<SyncJobStatus>().JobId.ShouldBe(waiting);
        (await host.ReadAsync(db => db.Set<SyncJob>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task It_does_not_join_a_job_that_does_less()
    {
        await using var host = await StartAsync();
        var first = (SyncAccepted)await AskAsync(host, Request with { StartDate = "2026-01-01" });

        var second = (await AskAsync(host, Request)).ShouldBeOfType<SyncAccepted>();

        second.Joined.ShouldBeFalse();
        second.Job.JobId.ShouldNotBe(first.Job.JobId);
        second.Job.State.ShouldBe(SyncJobStates.Queued);
    }

    [Fact]
    public async Task It_queues_behind_a_job_that_has_read_the_lists()
    {
        await using var host = await StartAsync();
        var running = await host.StartWithPlanAsync(1);

        var second = (await AskAsync(host, Request)).ShouldBeOfType<SyncAccepted>();

        (second.Joined, second.Job.State).ShouldBe((false, SyncJobStates.Queued));
        second.Job.JobId.ShouldNotBe(running);
    }

    [Fact]
    public async Task It_is_refused_when_another_runs_and_the_requester_wants_that()
    {
        await using var host = await StartAsync();
        var running = await host.StartAsync();

        var refused = (await AskAsync(host, Request with { IfRunning = IfRunningChoices.Reject })).ShouldBeOfType<SyncRefused>();

        refused.Reason.ShouldBe(SyncRefusals.AlreadyRunning);
        (await host.ReadAsync(db => db.Set<SyncJob>().SingleAsync())).CorrelationId.ShouldBe(running);
    }

    [Fact]
    public async Task A_refusal_of_one_that_was_published_is_published_too()
    {
        await using var host = await StartAsync();
        await host.StartAsync();
        var request = Request with { IfRunning = IfRunningChoices.Reject, JobId = Guid.NewGuid() };

        await host.Bus.Publish(request);

        await Eventually.Is(() => host.Heard.Of<SyncFailed>().Count > 0);
        host.Heard.Of<SyncFailed>().ShouldHaveSingleItem().JobId.ShouldBe(request.JobId!.Value);
    }

    [Fact]
    public async Task A_running_job_is_no_reason_to_refuse_when_it_is_of_another_account()
    {
        await using var host = await StartAsync();
        await host.LinkAsync("43");
        await host.StartAsync("43");

        (await AskAsync(host, Request with { IfRunning = IfRunningChoices.Reject })).ShouldBeOfType<SyncAccepted>();
    }

    [Fact]
    public async Task It_is_refused_while_Garmin_wants_a_person_to_log_in()
    {
        await using var host = await StartAsync();
        await host.ChangeAsync(db => db.Set<GarminAccount>().ExecuteUpdateAsync(row => row.SetProperty(account => account.NeedsLogin, true)));

        (await AskAsync(host, Request)).ShouldBeOfType<SyncRefused>().Reason.ShouldBe(SyncRefusals.NeedsLogin);
    }

    [Fact]
    public async Task Nobody_named_means_the_only_account()
    {
        await using var host = await StartAsync();

        (await AskAsync(host, Request with { UserId = null })).ShouldBeOfType<SyncAccepted>().Job.UserId.ShouldBe(SyncHost.User);

        await host.LinkAsync("43");
        (await AskAsync(host, Request with { UserId = null })).ShouldBeOfType<SyncRefused>().Reason.ShouldBe(SyncRefusals.AmbiguousUser);
    }

    [Theory]
    [InlineData(404, SyncRefusals.UnknownUser)]
    [InlineData(400, SyncRefusals.CentralDbUnreachable)]
    public async Task A_user_that_CentralDB_does_not_name_is_refused(int answer, string reason)
    {
        await using var centralDb = await ScriptedServer.StartAsync(Answer.Json("""{"detail":"x"}""", answer));
        await using var host = await SyncHost.StartAsync(settings: ("CentralDb:Url", centralDb.Url.ToString()));

        (await AskAsync(host, Request with { UserId = "99" })).ShouldBeOfType<SyncRefused>().Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task An_id_that_CentralDB_spells_in_another_way_is_the_same_account()
    {
        const string Id = "01a2b1e5-0000-7000-8000-00000000000a";
        await using var centralDb = await ScriptedServer.StartAsync(Answer.Json($$"""{"id":"{{Id}}","name":"a","email":"a@example.com"}"""));
        await using var host = await SyncHost.StartAsync(settings: ("CentralDb:Url", centralDb.Url.ToString()));
        await host.LinkAsync(Id);

        (await AskAsync(host, Request with { UserId = Id.ToUpperInvariant() })).ShouldBeOfType<SyncAccepted>().Job.UserId.ShouldBe(Id);

        (await host.ReadAsync(db => db.Set<GarminAccount>().CountAsync())).ShouldBe(1);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("1989-12-31")]
    public async Task A_day_on_which_there_was_no_Garmin_is_refused(string day)
    {
        await using var host = await StartAsync();

        var refused = (await AskAsync(host, Request with { StartDate = day })).ShouldBeOfType<SyncRefused>();

        refused.Reason.ShouldBe(SyncRefusals.InvalidRequest);
        refused.Detail.ShouldContain($"startDate {day} is before 1990-01-01");
    }

    [Fact]
    public async Task Days_go_back_ten_years_and_the_answer_says_so()
    {
        await using var host = await StartAsync();

        var accepted = (await AskAsync(host, Request with { Kinds = [SyncKinds.Health], StartDate = "1996-05-01" })).ShouldBeOfType<SyncAccepted>();

        accepted.Note.ShouldNotBeNull().ShouldContain("from 2016-03-01 on");
        var scope = host.Heard.Of<PlanSync>().ShouldHaveSingleItem().Scope;
        (scope.StartDate, scope.DaysFrom).ShouldBe((new DateOnly(1996, 5, 1), new DateOnly(2016, 3, 1)));
    }

    [Fact]
    public async Task They_go_back_to_the_first_activity_when_that_is_earlier()
    {
        await using var host = await StartAsync();
        await host.ChangeAsync(db => db.AddAsync(new SyncedActivity { UserId = SyncHost.User, GarminActivityId = 1, StartTime = new DateTimeOffset(2009, 6, 1, 7, 0, 0, TimeSpan.Zero) }).AsTask());

        var accepted = (await AskAsync(host, Request with { Kinds = [SyncKinds.All], StartDate = "1996-05-01" })).ShouldBeOfType<SyncAccepted>();

        accepted.Note.ShouldNotBeNull().ShouldContain("from 2009-06-01 on");
    }

    [Theory]
    [InlineData(SyncKinds.Activities, "1996-05-01")] // Garmin lists what there is, however far back
    [InlineData(SyncKinds.Health, "2016-03-01")]
    public async Task Otherwise_the_request_is_taken_as_it_is_written(string kind, string start)
    {
        await using var host = await StartAsync();

        (await AskAsync(host, Request with { Kinds = [kind], StartDate = start })).ShouldBeOfType<SyncAccepted>().Note.ShouldBeNull();

        host.Heard.Of<PlanSync>().ShouldHaveSingleItem().Scope.DaysFrom.ShouldBeNull();
    }

    [Fact]
    public async Task A_metric_counts_once_and_there_are_not_without_end_of_them()
    {
        await using var host = await StartAsync();

        (await AskAsync(host, Request with { Kinds = [SyncKinds.Health], Metrics = [.. Enumerable.Repeat("sleep", 500)] })).ShouldBeOfType<SyncAccepted>();
        host.Heard.Of<PlanSync>().ShouldHaveSingleItem().Scope.Metrics.ShouldBe(["sleep"]);

        (await AskAsync(host, Request with { Kinds = [SyncKinds.Health], Metrics = [.. Enumerable.Repeat("sleep", 501)] }))
            .ShouldBeOfType<SyncRefused>().Detail.ShouldContain("metrics has 501 names");
    }

    [Fact]
    public async Task Only_so_many_may_wait_for_their_turn()
    {
        await using var host = await SyncHost.StartAsync(settings: ("Sync:MaxQueuedJobs", "2"));
        await host.LinkAsync();
        await host.LinkAsync("43");
        await host.StartWithPlanAsync(1);
        var requests = new[] { "2026-01-03", "2026-01-02", "2026-01-01" }.Select(day => Request with { StartDate = day, EndDate = day, JobId = Guid.NewGuid() }).ToList();
        (await AskAsync(host, requests[0])).ShouldBeOfType<SyncAccepted>();
        (await AskAsync(host, requests[1])).ShouldBeOfType<SyncAccepted>();

        var refused = (await AskAsync(host, requests[2])).ShouldBeOfType<SyncRefused>();

        refused.Reason.ShouldBe(SyncRefusals.TooManyQueued);
        refused.Detail.ShouldContain("2 syncs of this account wait already");
        (await AskAsync(host, requests[1])).ShouldBeOfType<SyncAccepted>("it has its job");
        (await AskAsync(host, requests[0] with { JobId = null })).ShouldBeOfType<SyncAccepted>("it joins the one that waits").Joined.ShouldBeTrue();
        (await AskAsync(host, requests[2] with { UserId = "43", JobId = null })).ShouldBeOfType<SyncAccepted>("it is of another account");
        await host.Bus.Publish(requests[2]);
        await Eventually.Is(() => host.Heard.Of<SyncFailed>().Count > 0);
        host.Heard.Of<SyncFailed>().ShouldHaveSingleItem().JobId.ShouldBe(requests[2].JobId!.Value);
    }

    [Fact]
    public async Task The_id_of_a_job_of_another_account_is_no_way_past_that()
    {
        await using var host = await SyncHost.StartAsync(settings: ("Sync:MaxQueuedJobs", "1"));
        await host.LinkAsync();
        await host.LinkAsync("43");
        var others = await host.StartAsync("43");
        await host.StartWithPlanAsync(1);
        await AskAsync(host, Request with { StartDate = "2026-01-02", EndDate = "2026-01-02" });

        var refused = (await AskAsync(host, Request with { StartDate = "2026-01-01", EndDate = "2026-01-01", JobId = others })).ShouldBeOfType<SyncRefused>();

        refused.Reason.ShouldBe(SyncRefusals.TooManyQueued);
    }

    private static Task<object> AskAsync(SyncHost host, SyncRequested request) => host.AskAsync<SyncRequested, SyncAccepted, SyncRefused>(request);

    private static async Task<SyncHost> StartAsync()
    {
        var host = await SyncHost.StartAsync();
        await host.LinkAsync();
        return host;
    }
}

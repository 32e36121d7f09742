using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

public sealed class When_a_job_has_to_wait
{
    [Fact]
    public async Task A_rate_limit_pauses_it_and_it_goes_on_by_itself()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(5);
        var until = host.Clock.GetUtcNow().AddMinutes(3);

        await host.TellAsync((await host.InFlightAsync(id))[0].Deferred(until));

        var paused = await host.JobAsync(id);
        (paused.CurrentState, paused.PausedUntil, paused.Reason, paused.InFlight).ShouldBe(("Paused", until, "Garmin limits requests", 1));

        await host.PassAsync(TimeSpan.FromMinutes(2.9));
        (await host.StateAsync(id)).ShouldBe("Paused");

        await host.PassAsync(TimeSpan.FromMinutes(0.2));
        var resumed = await host.JobAsync(id);
        (resumed.CurrentState, resumed.PausedUntil, resumed.Reason, resumed.InFlight).ShouldBe(("Fetching", null, null, 2));
        (await host.InFlightAsync(id)).ShouldAllBe(item => item.Failures == 0, "a try that Garmin did not let begin does not count");
    }

    [Fact]
    public async Task It_says_so_even_a_moment_after_its_last_progress()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(5);

        await host.TellAsync((await host.InFlightAsync(id))[0].Deferred(host.Clock.GetUtcNow().AddMinutes(3)));

        host.Heard.Of<SyncProgressed>().Count(heard => heard.State == SyncJobStates.Paused).ShouldBe(1);
    }

    [Fact]
    public async Task It_is_not_woken_early_by_what_was_due_before_the_pause()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(5);
        var until = host.Clock.GetUtcNow().AddMinutes(3);
        await host.TellAsync((await host.InFlightAsync(id))[0].Deferred(until));

        await host.TellAsync(new WorkDue { JobId = id });

        var paused = await host.JobAsync(id);
        (paused.CurrentState, paused.PausedUntil, paused.WakeAt).ShouldBe(("Paused", until, until));
    }

    [Fact]
    public async Task The_pause_is_the_account_s_and_a_new_job_does_not_ask_Garmin_before_its_end()
    {
        await using var host = await StartAsync();
        var until = host.Clock.GetUtcNow().AddMinutes(3);
        await host.ChangeAsync(db => db.Set<GarminAccount>().ExecuteUpdateAsync(row => row.SetProperty(account => account.RateLimitedUntil, until)));

        var id = await host.StartAsync();

        var paused = await host.JobAsync(id);
        (paused.CurrentState, paused.PausedUntil).ShouldBe(("Paused", until));
        host.Heard.Of<PlanSync>().ShouldBeEmpty();
        await host.PassAsync(TimeSpan.FromMinutes(3));
        (await host.StateAsync(id)).ShouldBe("Planning");
    }

    [Fact]
    public async Task A_new_job_waits_for_the_person_too()
    {
        await using var host = await StartAsync();
        await NeedsLoginAsync(host, needsLogin: true);
        var id = await host.StartAsync();
        var paused = await host.JobAsync(id);
        (paused.CurrentState, paused.PausedUntil, paused.Reason).ShouldBe(("Paused", null, "Garmin wants a person to log in again."));

        await NeedsLoginAsync(host, needsLogin: false);
        await host.TellAsync(new GarminAccountLinked { UserId = SyncHost.User, UserName = "athlete@example.com" });

        (await host.StateAsync(id)).ShouldBe("Planning");
    }

    [Fact]
    public async Task It_finds_out_by_itself_when_word_of_the_login_was_lost()
    {
        await using var host = await StartAsync();
        await NeedsLoginAsync(host, needsLogin: true);
        var id = await host.StartAsync();

        await NeedsLoginAsync(host, needsLogin: false);
        await host.PassAsync(TimeSpan.FromHours(1));

        (await host.StateAsync(id)).ShouldBe("Planning");
    }

    [Fact]
    public async Task It_is_woken_from_each_of_two_pauses_with_the_same_end()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(5);
        var until = host.Clock.GetUtcNow().AddMinutes(3);
        await host.TellAsync((await host.InFlightAsync(id))[0].Deferred(until));
        await host.PassAsync(TimeSpan.FromMinutes(3));

        await host.TellAsync((await host.InFlightAsync(id))[0].Deferred(until));
        (await host.StateAsync(id)).ShouldBe("Paused");
        await host.DispatchAsync();

        (await host.StateAsync(id)).ShouldBe("Fetching");
    }

    [Fact]
    public async Task Items_that_were_in_flight_still_count_while_it_pauses_and_no_new_ones_go_out()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(5);
        var inFlight = await host.InFlightAsync(id);
        await host.TellAsync(inFlight[0].Deferred(host.Clock.GetUtcNow().AddMinutes(3)));

        await host.TellAsync(inFlight[1].Done());

        var job = await host.JobAsync(id);
        (job.CurrentState, job.InFlight, job.Counts.Ended()).ShouldBe(("Paused", 0, 1));
    }

    [Fact]
    public async Task It_completes_while_it_pauses_when_the_last_item_comes_in()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(2);
        var inFlight = await host.InFlightAsync(id);
        await host.TellAsync(inFlight[0].Deferred(host.Clock.GetUtcNow().AddMinutes(3)));

        await host.TellAsync(inFlight[0].Done());
        await host.TellAsync(inFlight[1].Done());

        var job = await host.JobAsync(id);
        (job.CurrentState, job.PausedUntil, job.Reason).ShouldBe(("Completed", null, null));
    }

    [Fact]
    public async Task The_later_of_two_ends_of_the_pause_holds()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(5);
        var inFlight = await host.InFlightAsync(id);

        await host.TellAsync(inFlight[0].Deferred(host.Clock.GetUtcNow().AddMinutes(9)));
        await host.TellAsync(inFlight[1].Deferred(host.Clock.GetUtcNow().AddMinutes(3)));

        (await host.JobAsync(id)).PausedUntil.ShouldBe(host.Clock.GetUtcNow().AddMinutes(9));
    }

    [Fact]
    public async Task A_plan_that_cannot_be_made_now_is_asked_for_again()
    {
        await using var host = await StartAsync();
        var id = await host.StartAsync();

        await host.TellAsync(new SyncPlanDeferred { JobId = id, Until = host.Clock.GetUtcNow().AddSeconds(15), Reason = "CentralDB is down", GarminRequests = 0 });
        (await host.StateAsync(id)).ShouldBe("Paused");
        await host.PassAsync(TimeSpan.FromSeconds(15));

        (await host.StateAsync(id)).ShouldBe("Planning");
        host.Heard.Of<PlanSync>().Count.ShouldBe(2);
        host.Heard.Of<SyncStarted>().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_plan_that_comes_while_it_pauses_is_kept_for_later()
    {
        await using var host = await StartAsync();
        var id = await host.StartAsync();
        await host.TellAsync(new SyncPlanDeferred { JobId = id, Until = host.Clock.GetUtcNow().AddMinutes(1), Reason = "Garmin limits requests", GarminRequests = 0 });

        await host.PlanAsync(id, 3);
        (await host.StateAsync(id)).ShouldBe("Paused");
        await host.PassAsync(TimeSpan.FromMinutes(1));

        (await host.JobAsync(id)).InFlight.ShouldBe(2);
        host.Heard.Of<PlanSync>().Count.ShouldBe(1);
    }

    [Fact]
    public async Task It_waits_for_a_person_as_long_as_it_takes()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(3);
        await NeedsLoginAsync(host, needsLogin: true);

        await host.TellAsync((await host.InFlightAsync(id))[0].Deferred(until: null, "Garmin wants a login"));
        await host.PassAsync(TimeSpan.FromDays(30));
        (await host.StateAsync(id)).ShouldBe("Paused");

        await NeedsLoginAsync(host, needsLogin: false);
        await host.TellAsync(new GarminAccountLinked { UserId = SyncHost.User, UserName = "athlete@example.com" });
        (await host.JobAsync(id)).InFlight.ShouldBe(2);
    }

    [Fact]
    public async Task A_login_does_not_shorten_a_rate_limit_and_wakes_no_other_account()
    {
        await using var host = await StartAsync();
        await host.LinkAsync("43");
        var id = await host.StartWithPlanAsync(3);
        var until = host.Clock.GetUtcNow().AddMinutes(3);
        await host.ChangeAsync(db => db.Set<GarminAccount>().Where(account => account.UserId == SyncHost.User).ExecuteUpdateAsync(row => row.SetProperty(account => account.RateLimitedUntil, until)));
        await host.TellAsync((await host.InFlightAsync(id))[0].Deferred(until));

        await host.TellAsync(new GarminAccountLinked { UserId = SyncHost.User, UserName = "athlete@example.com" });
        await host.TellAsync(new GarminAccountLinked { UserId = "43", UserName = "other@example.com" });

        (await host.StateAsync(id)).ShouldBe("Paused");
    }

    [Fact]
    public async Task A_login_ends_a_wait_for_logins_that_were_blocked()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(3);
        foreach (var item in await host.InFlightAsync(id))
        {
            await host.TellAsync(item.Deferred(host.Clock.GetUtcNow().AddHours(8), "Garmin lets no login through"));
        }

        await host.TellAsync(new GarminAccountLinked { UserId = SyncHost.User, UserName = "athlete@example.com" });

        (await host.StateAsync(id)).ShouldBe("Fetching");
    }

    [Fact]
    public async Task It_does_not_wait_for_a_person_who_has_logged_in_already()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(3);
        await NeedsLoginAsync(host, needsLogin: false);

        await host.TellAsync((await host.InFlightAsync(id))[0].Deferred(until: null, "Garmin wants a login"));
        await host.DispatchAsync();

        (await host.StateAsync(id)).ShouldBe("Fetching");
    }

    private static Task NeedsLoginAsync(SyncHost host, bool needsLogin) =>
        host.ChangeAsync(db => db.Set<GarminAccount>().ExecuteUpdateAsync(row => row.SetProperty(account => account.NeedsLogin, needsLogin)));

    private static async Task<SyncHost> StartAsync()
    {
        var host = await SyncHost.StartAsync();
        await host.LinkAsync();
        return host;
    }
}

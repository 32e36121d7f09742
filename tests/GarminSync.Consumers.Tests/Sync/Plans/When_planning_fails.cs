using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using MassTransit;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

public sealed class When_planning_fails
{
    [Fact]
    public async Task It_is_tried_again_with_growing_waits_and_then_the_job_fails()
    {
        await using var host = await StartAsync();
        var id = await host.StartAsync();

        await host.TellAsync(Failed(id));
        (await host.JobAsync(id)).PausedUntil.ShouldBe(host.Clock.GetUtcNow().AddSeconds(10));
        await host.PassAsync(TimeSpan.FromSeconds(10));
        await host.TellAsync(Failed(id));
        (await host.JobAsync(id)).PausedUntil.ShouldBe(host.Clock.GetUtcNow().AddSeconds(20));
        await host.PassAsync(TimeSpan.FromSeconds(20));
        await host.TellAsync(Failed(id));

        (await host.StateAsync(id)).ShouldBe("Failed");
        host.Heard.Of<SyncFailed>().ShouldBe([new SyncFailed { JobId = id, UserId = SyncHost.User, Reason = "Garmin answered 503" }]);
    }

    [Fact]
    public async Task A_retry_plans_again_with_all_its_tries()
    {
        await using var host = await StartAsync();
        var id = await host.StartAsync();
        for (var failure = 0; failure < 3; failure++)
        {
            await host.TellAsync(Failed(id));
            await host.PassAsync(TimeSpan.FromMinutes(1));
        }

        await host.TellAsync(new RetryFailedItems { JobId = id });
        (await host.StateAsync(id)).ShouldBe("Planning");

        await host.TellAsync(Failed(id));
        (await host.StateAsync(id)).ShouldBe("Paused");
        await host.PassAsync(TimeSpan.FromMinutes(1));
        await host.PlanAsync(id, 1);
        await host.FinishAsync(id);

        (await host.StateAsync(id)).ShouldBe("Completed");
        (await host.JobAsync(id)).Reason.ShouldBeNull();
    }

    [Fact]
    public async Task A_planner_that_threw_is_asked_again_and_in_the_end_the_job_fails()
    {
        await using var host = await StartAsync();
        var id = await host.StartAsync();

        foreach (var state in (string[])["Paused", "Paused", "Failed"])
        {
            await host.Bus.Publish<Fault<PlanSync>>(new { Message = host.Heard.Of<PlanSync>()[^1] });
            await Eventually.Equals(state, () => host.StateAsync(id));
            await host.PassAsync(TimeSpan.FromMinutes(1));
        }

        (await host.JobAsync(id)).Reason.ShouldBe("An unexpected error while planning; the log of the consumers has it.");
    }

    [Fact]
    public async Task A_plan_that_nobody_heard_of_is_asked_for_again()
    {
        await using var host = await StartAsync();
        var id = await host.StartAsync();

        await host.PassAsync(TimeSpan.FromMinutes(5));

        host.Heard.Of<PlanSync>().Count.ShouldBe(2);
        (await host.StateAsync(id)).ShouldBe("Planning");
    }

    [Fact]
    public async Task A_planner_that_is_at_work_is_left_to_it()
    {
        await using var host = await StartAsync();
        var id = await host.StartAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(3));
        var order = host.Heard.All.Single(heard => heard.Message is PlanSync);
        await host.BeginAsync((PlanSync)order.Message, order.Id);

        await host.PassAsync(TimeSpan.FromMinutes(3));

        host.Heard.Of<PlanSync>().Count.ShouldBe(1);
        (await host.JobAsync(id)).WakeAt.ShouldBe(host.Clock.GetUtcNow().AddMinutes(2));
    }

    [Fact]
    public async Task A_plan_over_which_process_after_process_is_lost_is_given_up()
    {
        await using var host = await StartAsync();
        var id = await host.StartAsync();
        for (var loss = 0; loss < 3; loss++)
        {
            (await host.StateAsync(id)).ShouldBe("Planning");
            var order = host.Heard.All.Last(heard => heard.Message is PlanSync);
            await host.BeginAsync((PlanSync)order.Message, order.Id);
            await host.PassAsync(TimeSpan.FromMinutes(5));
        }

        var job = await host.JobAsync(id);
        (job.CurrentState, job.Reason).ShouldBe(("Failed", Trouble.ProcessesLost));
    }

    [Fact]
    public async Task Word_of_a_plan_that_was_thrown_away_does_not_take_the_place_of_the_new_one()
    {
        await using var host = await StartAsync();
        var id = await host.StartAsync();
        await host.ChangeAsync(db => db.AddRangeAsync(Jobs.Item(id, 1), Jobs.Item(id, 2)));
        await host.PassAsync(TimeSpan.FromMinutes(5)); // word of it is late: it is thrown away and asked for again

        await host.TellAsync(Jobs.Planned(id, 2));
        await host.PlanAsync(id, 3);
        await host.FinishAsync(id);

        var job = await host.JobAsync(id);
        (job.CurrentState, job.Counts.Planned(), job.Counts.Ended()).ShouldBe(("Completed", 3, 3));
    }

    private static SyncPlanFailed Failed(Guid id) => new() { JobId = id, Reason = "Garmin answered 503", Retry = true, GarminRequests = 1 };

    private static async Task<SyncHost> StartAsync()
    {
        var host = await SyncHost.StartAsync(settings: [("Sync:MaxAttempts", "3"), ("Sync:FirstBackOff", "00:00:10")]);
        await host.LinkAsync();
        return host;
    }
}

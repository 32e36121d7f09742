using GarminSync.Consumers.Activities;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

public sealed class When_nobody_is_answered
{
    [Fact]
    public async Task The_job_pauses_at_once_with_the_reason_and_until_when()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(20);

        await host.TellAsync((await host.InFlightAsync(id))[0].Outage("Garmin Connect did not answer the list"));

        var job = (SyncJobStatus)await host.AskAsync<GetSyncJob, SyncJobStatus, SyncJobNotFound>(new GetSyncJob { JobId = id });
        (job.State, job.Reason).ShouldBe((SyncJobStates.Paused, "Garmin Connect did not answer the list"));
        (job.PausedUntil!.Value - host.Clock.GetUtcNow()).TotalSeconds.ShouldBeInRange(10, 12.5);
    }

    [Fact]
    public async Task It_asks_with_one_item_at_a_time_and_less_and_less_often()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(20);
        foreach (var item in await host.InFlightAsync(id))
        {
            await host.TellAsync(item.Outage());
        }

        var pauses = new List<double>();
        for (var asked = 0; asked < 12; asked++)
        {
            var pause = (await host.JobAsync(id)).PausedUntil!.Value - host.Clock.GetUtcNow();
            pauses.Add(pause.TotalSeconds);
            await host.PassAsync(pause);
            await host.TellAsync((await host.InFlightAsync(id)).ShouldHaveSingleItem().Outage());
        }

        pauses[0].ShouldBeInRange(10, 12.5);
        pauses[1].ShouldBeInRange(20, 25);
        pauses[2].ShouldBeInRange(40, 50);
        pauses[^1].ShouldBeInRange(720, 900);
        (await host.ItemsAsync(id)).ShouldAllBe(item => item.Failures == 0 && item.State == WorkItemState.Planned);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Six_hours_of_it_fail_no_item_and_the_job_goes_on_by_itself(bool byOlderConsumer)
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(3);
        var end = host.Clock.GetUtcNow().AddHours(6);
        while (host.Clock.GetUtcNow() < end)
        {
            foreach (var item in await host.InFlightAsync(id))
            {
                await host.TellAsync(byOlderConsumer ? item.Failed() with { IsOutage = true } : item.Outage());
            }

            await host.PassAsync(TimeSpan.FromMinutes(4));
        }

        var job = await host.JobAsync(id);
        (job.Counts.Failed(), job.Counts.Planned()).ShouldBe((0, 3));
        host.Heard.Of<ActivitySyncFailed>().ShouldBeEmpty();
        await host.PassAsync(TimeSpan.FromMinutes(16));
        await host.FinishAsync(id);

        (await host.StateAsync(id)).ShouldBe("Completed");
    }

    [Fact]
    public async Task One_answer_and_it_works_at_full_speed_again()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(20);
        await host.TellAsync((await host.InFlightAsync(id))[0].Outage());
        await host.TellAsync((await host.InFlightAsync(id))[0].Outage());
        await host.PassAsync(TimeSpan.FromSeconds(13));

        await host.TellAsync((await host.InFlightAsync(id)).ShouldHaveSingleItem().Done());

        (await host.InFlightAsync(id)).Count.ShouldBe(2);
        await host.TellAsync((await host.InFlightAsync(id))[0].Outage());
        ((await host.JobAsync(id)).PausedUntil!.Value - host.Clock.GetUtcNow()).TotalSeconds.ShouldBeInRange(10, 12.5);
    }

    [Fact]
    public async Task No_plan_is_given_up_however_long_it_lasts()
    {
        await using var host = await StartAsync();
        var id = await host.StartAsync();
        for (var asked = 0; asked < 20; asked++)
        {
            await host.TellAsync(new SyncPlanDeferred { JobId = id, Until = host.Clock.GetUtcNow(), Reason = "Garmin answers nobody", IsOutage = true, GarminRequests = 1 });
            (await host.StateAsync(id)).ShouldBe("Paused");
            await host.PassAsync((await host.JobAsync(id)).PausedUntil!.Value - host.Clock.GetUtcNow());
            (await host.StateAsync(id)).ShouldBe("Planning");
        }

        await host.PlanAsync(id, 1);
        await host.FinishAsync(id);

        (await host.StateAsync(id)).ShouldBe("Completed");
        host.Heard.Of<FetchActivity>().Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_job_can_be_cancelled_meanwhile()
    {
        await using var host = await StartAsync();
        var id = await host.StartWithPlanAsync(1);
        await host.TellAsync((await host.InFlightAsync(id)).Single().Outage());

        await host.TellAsync(new CancelSync { JobId = id });

        (await host.StateAsync(id)).ShouldBe("Cancelled");
    }

    private static async Task<SyncHost> StartAsync()
    {
        var host = await SyncHost.StartAsync(settings: [("Sync:FirstBackOff", "00:00:10"), ("Sync:LongestBackOff", "00:15:00")]);
        await host.LinkAsync();
        return host;
    }
}

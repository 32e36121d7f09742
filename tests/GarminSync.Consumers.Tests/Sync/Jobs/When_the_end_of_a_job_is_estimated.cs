using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

public sealed class When_the_end_of_a_job_is_estimated
{
    private static readonly DateTimeOffset Begun = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void At_an_even_pace_it_is_the_end_whatever_the_pace_and_however_far_it_is()
    {
        ForMany(random =>
        {
            var (each, items) = (TimeSpan.FromSeconds(random.Next(1, 600)), random.Next(SyncPace.Enough + 1, 2000));
            var ended = random.Next(SyncPace.Enough, items);
            var pace = Ended(SyncPace.Unknown.Begin(Begun), Begun, each, ended);

            var estimate = pace.EndOf(items - ended, Begun + (each * ended), pausedUntil: null).ShouldNotBeNull();

            estimate.ShouldBe(Begun + (each * items), TimeSpan.FromSeconds(1));
        });
    }

    [Fact]
    public void It_is_never_in_the_past_and_never_before_the_end_of_a_pause()
    {
        ForMany(random =>
        {
            var (pace, now) = AnyPace(random);
            var until = now.AddSeconds(random.Next(-1000, 10_000));
            var left = random.Next(1, 5000);

            pace.EndOf(left, now, null).ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(now);
            pace.EndOf(left, now, until).ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(until > now ? until : now);
        });
    }

    [Fact]
    public void More_items_and_longer_pauses_never_make_it_earlier()
    {
        ForMany(random =>
        {
            var (pace, now) = AnyPace(random);
            var (left, until) = (random.Next(1, 5000), now.AddSeconds(random.Next(0, 10_000)));

            pace.EndOf(left + random.Next(0, 100), now, null).ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(pace.EndOf(left, now, null)!.Value);
            pace.EndOf(left, now, until.AddSeconds(random.Next(0, 1000))).ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(pace.EndOf(left, now, until)!.Value);
        });
    }

    [Fact]
    public void A_pause_does_not_change_the_pace()
    {
        ForMany(random =>
        {
            var (pace, now) = AnyPace(random);
            var back = now.AddHours(random.Next(1, 48));

            // Work that was under way when the pause began ends in it.
            var paused = Enumerable.Range(0, random.Next(0, 3)).Aggregate(pace.Pause(), (before, i) => before.End(now.AddMinutes(i)));

            paused.SecondsPerItem.ShouldBe(pace.SecondsPerItem);
            paused.Begin(back).EndOf(10, back, null).ShouldBe(back + (TimeSpan.FromSeconds(pace.SecondsPerItem) * 10));
        });
    }

    [Fact]
    public void What_was_long_ago_is_forgotten()
    {
        var slow = Ended(SyncPace.Unknown.Begin(Begun), Begun, TimeSpan.FromMinutes(1), 1000);
        var now = Begun.AddMinutes(1000);

        var quick = Ended(slow, now, TimeSpan.FromSeconds(1), 200);

        quick.SecondsPerItem.ShouldBeInRange(1, 1.2);
    }

    [Fact]
    public void With_too_few_ends_nothing_is_said()
    {
        var pace = Ended(SyncPace.Unknown.Begin(Begun), Begun, TimeSpan.FromSeconds(1), SyncPace.Enough - 1);

        pace.EndOf(10, Begun.AddMinutes(1), null).ShouldBeNull();
        pace.End(Begun.AddMinutes(1)).EndOf(0, Begun.AddMinutes(1), null).ShouldBeNull("nothing is left");
    }

    [Fact]
    public async Task A_job_tells_it_while_it_works_and_while_it_pauses_for_a_time_and_in_no_other_state()
    {
        await using var host = await SyncHost.StartAsync();
        await host.LinkAsync();
        var job = await host.StartAsync();
        (await EstimateAsync(host, job)).ShouldBeNull("it is being planned");
        await host.PlanAsync(job, 20);
        (await EstimateAsync(host, job)).ShouldBeNull("nothing has ended");

        for (var ended = 0; ended < 10; ended++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(30));
            await host.TellAsync((await host.InFlightAsync(job))[0].Done());
        }

        (await EstimateAsync(host, job)).ShouldBe(host.Clock.GetUtcNow().AddSeconds(300));

        var until = host.Clock.GetUtcNow().AddHours(2);
        await host.TellAsync((await host.InFlightAsync(job))[0].Deferred(until));
        (await EstimateAsync(host, job)).ShouldBe(until.AddSeconds(300));

        await host.PassAsync(TimeSpan.FromHours(2));
        (await host.StateAsync(job)).ShouldBe("Fetching");
        (await EstimateAsync(host, job)).ShouldBe(host.Clock.GetUtcNow().AddSeconds(300), "the pause does not count");

        await host.TellAsync(new CancelSync { JobId = job });
        (await EstimateAsync(host, job)).ShouldBeNull();
    }

    private static async Task<DateTimeOffset?> EstimateAsync(SyncHost host, Guid job) =>
        (await host.AskAsync<GetSyncJob, SyncJobStatus, SyncJobNotFound>(new GetSyncJob { JobId = job })).ShouldBeOfType<SyncJobStatus>().EstimatedEndAt;

    private static SyncPace Ended(SyncPace pace, DateTimeOffset from, TimeSpan each, int items) =>
        Enumerable.Range(1, items).Aggregate(pace, (before, i) => before.End(from + (each * i)));

    private static (SyncPace Pace, DateTimeOffset Now) AnyPace(Random random)
    {
        var (pace, now) = (SyncPace.Unknown.Begin(Begun), Begun);
        for (var ended = random.Next(SyncPace.Enough, 100); ended > 0; ended--)
        {
            now = now.AddSeconds(random.NextDouble() * 100);
            pace = pace.End(now);
        }

        return (pace, now.AddSeconds(random.Next(0, 500)));
    }

    private static void ForMany(Action<Random> property)
    {
        for (var seed = 0; seed < 500; seed++)
        {
            property(new Random(seed));
        }
    }
}

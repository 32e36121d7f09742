using System.Text.Json;
using GarminSync.Consumers.Events;
using GarminSync.Consumers.Tests.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using MassTransit.Serialization;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Events;

public sealed class When_a_job_publishes_events(PostgreSqlServer postgres)
{
    private static readonly JsonSerializerOptions BusJson = new(SystemTextJsonMessageSerializer.Options) { WriteIndented = false };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(false), InlineData(true)]
    public async Task Each_is_kept_as_subscribers_of_the_bus_hear_it(bool onPostgreSql)
    {
        await using var host = await StartAsync(onPostgreSql ? postgres : null);
        var beginning = await NewestAsync(host);
        var job = await host.StartWithPlanAsync(activities: 2);
        await host.FinishAsync(job);

        var kept = await KeptAsync(host, beginning, job);

        var heard = host.Heard.All.Where(heard => PublicEventTypes.All.Contains(heard.Message.GetType().Name)).ToList();
        heard.Select(one => one.Message.GetType().Name).ShouldContain(nameof(SyncCompleted));
        kept.Select(one => (one.MessageId, one.Type, one.Message)).ShouldBe(heard.Select(one => (one.Id, one.Message.GetType().Name, OnTheBus(one.Message))), ignoreOrder: true);
        kept[0].Type.ShouldBe(nameof(SyncStarted));
        kept[^1].Type.ShouldBe(nameof(SyncCompleted));
        kept.ShouldAllBe(one => one.SentAt == host.Clock.GetUtcNow());
        (await ReadAsync(host, new GetPublicEvents { After = beginning, UserId = SyncHost.User, Limit = 100 })).Events.Count.ShouldBe(heard.Count);
    }

    [Fact]
    public async Task One_who_asks_for_them_after_its_end_is_told_of_the_end()
    {
        await using var host = await StartAsync();
        var beginning = await NewestAsync(host);
        var job = await host.StartWithPlanAsync(activities: 1);
        var running = await ReadAsync(host, new GetPublicEvents { JobId = job, Limit = 100 });
        await host.FinishAsync(job);
        await KeptAsync(host, beginning, job);

        var page = await ReadAsync(host, new GetPublicEvents { JobId = job, Limit = 100 });
        var after = await ReadAsync(host, new GetPublicEvents { JobId = job, After = page.Next, Limit = 100 });

        (running.Events.Count, running.JobEnded).ShouldBe((0, false));
        page.Events.ShouldHaveSingleItem().Type.ShouldBe(nameof(SyncCompleted));
        page.JobEnded.ShouldBeTrue();
        (after.Events.Count, after.JobEnded).ShouldBe((0, true));
    }

    [Fact]
    public async Task It_has_not_ended_for_readers_while_they_cannot_read_that_it_has()
    {
        await using var host = await StartAsync();
        var job = await host.StartWithPlanAsync(activities: 1);
        await host.FinishAsync(job);
        await Eventually.Is(async () => (await ReadAsync(host, new GetPublicEvents { JobId = job, Limit = 100 })).JobEnded, cancellationToken: Token);

        // As if its last event had just been committed.
        PublicEventList? page = null;
        await host.ChangeAsync(async db =>
        {
            db.Add(EventStore.Event("end", SyncHost.User, job, nameof(SyncCompleted)));
            await db.SaveChangesAsync(Token);
            page = (PublicEventList)await new EventQueries(db, host.Clock).ReadAsync(new GetPublicEvents { JobId = job, Limit = 100 }, Token);
        });

        page!.JobEnded.ShouldBeFalse();
        page.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_published_request_that_is_refused_is_among_them()
    {
        await using var host = await StartAsync();
        var (beginning, job) = (await NewestAsync(host), Guid.NewGuid());

        await host.Bus.Publish(new SyncRequested { UserId = "nobody", JobId = job, StartDate = "no day" }, Token);

        var kept = await Eventually.Get(
            () => ReadAsync(host, new GetPublicEvents { After = beginning, JobId = job, Limit = 100 }), page => page.Events.Count > 0, cancellationToken: Token);
        kept.Events.ShouldHaveSingleItem().Type.ShouldBe(nameof(SyncFailed));
        await Eventually.Is(() => host.Heard.All.Any(heard => heard.Id == kept.Events[0].MessageId && heard.Message is SyncFailed), cancellationToken: Token);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Those_of_long_ago_are_deleted_and_who_has_read_no_further_is_told(bool onPostgreSql)
    {
        await using var host = await StartAsync(onPostgreSql ? postgres : null, ("Events:KeepFor", "2.00:00:00"));
        var beginning = await NewestAsync(host);
        var old = await host.StartWithPlanAsync(activities: 1);
        await host.FinishAsync(old);
        var last = (await KeptAsync(host, beginning, old))[^1].Id;
        host.Clock.Advance(TimeSpan.FromDays(1.5));
        var young = await host.StartWithPlanAsync(activities: 1);
        await host.FinishAsync(young);
        var kept = await KeptAsync(host, last, young);

        host.Clock.Advance(TimeSpan.FromDays(1));

        await Eventually.Is(async () => await AskAsync(host, new GetPublicEvents { After = beginning, Limit = 100 }) is PublicEventsNotKept { DeletedTo: var to } && to == last, cancellationToken: Token);
        (await AskAsync(host, new GetPublicEvents { After = last - 1, Limit = 100 })).ShouldBeOfType<PublicEventsNotKept>();
        (await ReadAsync(host, new GetPublicEvents { After = last, Limit = 100 })).Events.Select(one => one.Id).ShouldBe(kept.Select(one => one.Id));
        (await ReadAsync(host, new GetPublicEvents { JobId = old, Limit = 100 })).ShouldSatisfyAllConditions(page => page.Events.ShouldBeEmpty(), page => page.JobEnded.ShouldBeTrue());
    }

    private static async Task<SyncHost> StartAsync(PostgreSqlServer? postgres = null, params (string Name, string Value)[] settings)
    {
        var host = await SyncHost.StartAsync(postgres, settings);
        await host.LinkAsync();
        return host;
    }

    private static string OnTheBus(object message) => JsonSerializer.Serialize(message, message.GetType(), BusJson);

    private static Task<long> NewestAsync(SyncHost host) => host.ReadAsync(db => db.Set<EventFeed>().Select(feed => feed.LastId).SingleAsync(Token));

    private static async Task<IReadOnlyList<PublicEvent>> KeptAsync(SyncHost host, long after, Guid job) =>
        (await Eventually.Get(
            () => ReadAsync(host, new GetPublicEvents { After = after, JobId = job, Limit = 100 }), page => page.Events is [.., { Type: nameof(SyncCompleted) }], cancellationToken: Token)).Events;

    private static async Task<PublicEventList> ReadAsync(SyncHost host, GetPublicEvents request) => (PublicEventList)await AskAsync(host, request);

    private static Task<object> AskAsync(SyncHost host, GetPublicEvents request) => host.ReadAsync(db => new EventQueries(db, host.Clock).ReadAsync(request, Token));
}

using GarminSync.Contracts;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Events;

public sealed class When_kept_events_are_read(PostgreSqlServer postgres)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task They_are_those_of_the_user_the_job_and_the_types_that_were_asked_for(bool onPostgreSql)
    {
        await using var store = await EventStore.StartAsync(onPostgreSql ? postgres : null);
        var (beginning, job) = (await store.BeginningAsync(), Guid.NewGuid());
        await store.KeepAsync(
            EventStore.Event("one", "7", job), EventStore.Event("two", "8", Guid.NewGuid()), EventStore.Event("three", "7", type: nameof(ActivityDeleted)), EventStore.Event("four", "7", job));
        await store.PlaceAsync();

        Messages(await store.ReadAsync(beginning)).ShouldBe(["one", "two", "three", "four"]);
        Messages(await store.ReadAsync(beginning, userId: "7")).ShouldBe(["one", "three", "four"]);
        Messages(await store.ReadAsync(beginning, jobId: job)).ShouldBe(["one", "four"]);
        Messages(await store.ReadAsync(beginning, types: [nameof(ActivityDeleted), nameof(ActivitySynced)])).ShouldBe(["three"]);
    }

    [Fact]
    public async Task A_page_goes_on_where_the_one_before_ended()
    {
        await using var store = await EventStore.StartAsync();
        var beginning = await store.BeginningAsync();
        await store.KeepAsync([.. Enumerable.Range(0, 5).Select(number => EventStore.Event($"{number}"))]);
        await store.PlaceAsync();

        var first = await store.ReadAsync(beginning, limit: 3);
        var second = await store.ReadAsync(first.Next, limit: 3);

        (Messages(first).Count, first.HasMore).ShouldBe((3, true));
        Messages(second).ShouldBe(["3", "4"]);
        second.HasMore.ShouldBeFalse();
        (await store.ReadAsync(second.Next)).Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_who_saw_nothing_that_he_asked_for_goes_on_after_all_the_others()
    {
        await using var store = await EventStore.StartAsync();
        var beginning = await store.BeginningAsync();
        await store.KeepAsync(EventStore.Event("of somebody else", "8"));
        await store.PlaceAsync();

        var page = await store.ReadAsync(beginning, userId: "7");

        page.Events.ShouldBeEmpty();
        page.Next.ShouldBe((await store.ReadAsync(beginning)).Events[0].Id);
    }

    [Fact]
    public async Task One_who_says_no_place_gets_what_comes_from_now_on()
    {
        await using var store = await EventStore.StartAsync();
        await store.KeepAsync(EventStore.Event("before"));
        await store.PlaceAsync();

        var page = await store.ReadAsync(after: null);
        await store.KeepAsync(EventStore.Event("after"));
        await store.PlaceAsync();

        page.Events.ShouldBeEmpty();
        Messages(await store.ReadAsync(page.Next)).ShouldBe(["after"]);
    }

    [Fact]
    public async Task A_place_that_is_still_to_come_is_refused()
    {
        await using var store = await EventStore.StartAsync();
        await store.KeepAsync(EventStore.Event("one"));
        await store.PlaceAsync();
        var newest = (await store.ReadAsync(after: null)).Next;

        var answer = await store.AskAsync(new GetPublicEvents { After = newest + 3_600_000, Limit = 10 });

        answer.ShouldBeOfType<PublicEventsNotKept>().Newest.ShouldBe(newest);
    }

    [Fact]
    public async Task A_place_of_an_earlier_state_store_is_refused()
    {
        await using var earlier = await EventStore.StartAsync();
        var place = await earlier.BeginningAsync();
        await Eventually.Is(() => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() > place / 1000, cancellationToken: TestContext.Current.CancellationToken);

        await using var store = await EventStore.StartAsync();

        (await store.AskAsync(new GetPublicEvents { After = place, Limit = 10 })).ShouldBeOfType<PublicEventsNotKept>();
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_store_that_was_restored_goes_on_after_all_places_that_were_given(bool onPostgreSql)
    {
        await using var store = await EventStore.StartAsync(onPostgreSql ? postgres : null);
        await store.KeepAsync([.. Enumerable.Range(0, 3).Select(number => EventStore.Event($"lost {number}"))]);
        var beginning = await store.BeginningAsync();
        await store.PlaceAsync();
        var last = (await store.ReadAsync(after: null)).Next;
        await store.RestoreAsync(beginning);

        var page = await store.ReadAsync(last);
        await store.KeepAsync(EventStore.Event("new"));
        await store.PlaceAsync();

        page.Events.ShouldBeEmpty();
        Messages(await store.ReadAsync(page.Next)).ShouldBe(["new"]);
    }

    // A lease that ran out too early has work done twice. The second time it is the same message, of the same job.
    [Theory, InlineData(false), InlineData(true)]
    public async Task What_a_job_says_twice_is_read_once(bool atOnce)
    {
        await using var store = await EventStore.StartAsync();
        var (beginning, job, id) = (await store.BeginningAsync(), Guid.NewGuid(), Guid.NewGuid());

        await store.KeepAsync(EventStore.Event("said", jobId: job, messageId: id));
        if (!atOnce)
        {
            await store.PlaceAsync();
        }

        await store.KeepAsync(EventStore.Event("said again", jobId: job, messageId: id), EventStore.Event("said by another job", jobId: Guid.NewGuid(), messageId: id));
        await store.PlaceAsync();

        Messages(await store.ReadAsync(beginning)).ShouldBe(["said", "said by another job"]);
        (await store.PendingAsync()).ShouldBe(0);
    }

    private static List<string> Messages(PublicEventList page) => [.. page.Events.Select(one => one.Message.Trim('"'))];
}

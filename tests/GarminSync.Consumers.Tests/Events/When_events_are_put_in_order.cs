using GarminSync.Consumers.State;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Events;

public sealed class When_events_are_put_in_order(PostgreSqlServer postgres)
{
    private const int Accounts = 8;
    private const int Each = 40;
    private const int Readers = 3;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_that_is_committed_late_comes_after_what_readers_have_seen()
    {
        await using var store = await EventStore.StartAsync(postgres);
        var beginning = await store.BeginningAsync();
        var (written, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var late = store.KeepAsync(0, async _ => { written.SetResult(); await end.Task.WaitAsync(Token); }, EventStore.Event("late"));
        await written.Task.WaitAsync(Token);

        await store.KeepAsync(1, _ => Task.CompletedTask, EventStore.Event("early"));
        await store.PlaceAsync(process: 1);
        var first = await store.ReadAsync(beginning);
        end.SetResult();
        await late;
        await store.PlaceAsync(process: 2);
        var second = await store.ReadAsync(first.Next);

        first.Events.ShouldHaveSingleItem().Message.ShouldBe("\"early\"");
        second.Events.ShouldHaveSingleItem().Message.ShouldBe("\"late\"");
    }

    // Transactions of several processes overlap, and several processes give places while readers are close behind.
    [Theory, InlineData(false), InlineData(true)]
    public async Task Each_reader_sees_each_event_once_in_the_same_order_and_those_of_an_account_in_theirs(bool onPostgreSql)
    {
        await using var store = await EventStore.StartAsync(onPostgreSql ? postgres : null);
        var beginning = await store.BeginningAsync();
        var writing = Task.WhenAll(Enumerable.Range(0, Accounts).Select(account => Task.Run(() => WriteAsync(store, account), Token)));
        var placing = Task.WhenAll(Enumerable.Range(0, store.Processes.Count).Select(process => Task.Run(() => PlaceAsync(store, process, writing), Token)));
        var reading = Task.WhenAll(Enumerable.Range(0, Readers).Select(reader => Task.Run(() => FollowAsync(store, beginning, reader % store.Processes.Count, placing), Token)));

        await writing;
        await placing;
        var read = await reading;

        read.ShouldAllBe(events => events.SequenceEqual(read[0]));
        read[0].Select(one => one.Id).ShouldBe(read[0].Select(one => one.Id).Distinct().Order());
        foreach (var account in Enumerable.Range(0, Accounts))
        {
            read[0].Where(one => one.User == $"{account}").Select(one => one.Message).ShouldBe(Enumerable.Range(0, Each).Select(number => $"\"{account} {number}\""));
        }
    }

    private static async Task WriteAsync(EventStore store, int account)
    {
        var random = new Random(account);
        for (var number = 0; number < Each; number++)
        {
            await store.KeepAsync(random.Next(store.Processes.Count), db => DawdleAsync(db, random.Next(6)), EventStore.Event($"{account} {number}", userId: $"{account}"));
        }
    }

    private static async Task DawdleAsync(StateDb db, int statements)
    {
        for (var statement = 0; statement < statements; statement++)
        {
            await db.Database.ExecuteSqlAsync($"SELECT 1", Token);
        }
    }

    private static async Task PlaceAsync(EventStore store, int process, Task writing)
    {
        bool isLast;
        do
        {
            isLast = writing.IsCompleted;
            while (await store.PlaceAsync(process) is not null)
            {
                // As long as there are any.
            }
        }
        while (!isLast);
    }

    private static async Task<List<(long Id, string User, string Message)>> FollowAsync(EventStore store, long after, int process, Task placing)
    {
        var seen = new List<(long Id, string User, string Message)>();
        bool isLast;
        do
        {
            isLast = placing.IsCompleted;
            PublicEventList page;
            do
            {
                page = await store.ReadAsync(after, limit: 7, process: process);
                seen.AddRange(page.Events.Select(one => (one.Id, one.Message.Trim('"').Split(' ')[0], one.Message)));
                after = page.Next;
            }
            while (page.HasMore);
        }
        while (!isLast);
        return seen;
    }
}

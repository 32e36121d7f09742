using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

/// <summary>An account that the state store does not know has to be asked for at CentralDB.</summary>
public sealed class When_CentralDB_is_away_at_a_request
{
    private static readonly SyncRequested Request = new() { UserId = "99", Kinds = [SyncKinds.Activities], JobId = Guid.NewGuid() };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(503)]
    [InlineData(401)] // not the request's fault either
    public async Task One_that_was_published_waits_until_it_is_back(int status)
    {
        await using var centralDb = await ScriptedServer.StartAsync(Answer.Json("""{"detail":"away"}""", status));
        await using var host = await StartAsync(centralDb);

        await host.Bus.Publish(Request, Token);
        var first = await WaitsUntilAsync(host, after: DateTimeOffset.MinValue);
        first.ShouldBe(host.Clock.GetUtcNow().AddSeconds(10), TimeSpan.FromSeconds(6));
        host.Clock.Advance(TimeSpan.FromSeconds(20));
        var second = await WaitsUntilAsync(host, after: first);
        (second - first).ShouldBeInRange(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40), "twice the wait, from when it was tried again");
        host.Heard.Of<SyncFailed>().ShouldBeEmpty();

        centralDb.AnswerWith(context => (context.Request.Path.Value!.StartsWith("/users", StringComparison.Ordinal)
            ? Answer.Json("""{"id":99,"name":"a","email":"athlete@example.com"}""")
            : Answer.Json("""{"garmin_username":"athlete@example.com","access_token":"a","refresh_token":"b"}"""))(context));
        host.Clock.Advance(TimeSpan.FromSeconds(30));

        await Eventually.Is(() => host.Heard.Of<StartSyncJob>().Count == 1, cancellationToken: Token);
        host.Heard.Of<StartSyncJob>().Single().JobId.ShouldBe(Request.JobId!.Value);
    }

    [Fact]
    public async Task One_whose_caller_waits_is_refused()
    {
        await using var centralDb = await ScriptedServer.StartAsync(Answer.Status(503));
        await using var host = await StartAsync(centralDb);

        var asking = host.AskAsync<SyncRequested, SyncAccepted, SyncRefused>(Request);
        await Eventually.Is(() => TickAsync(host, () => Task.FromResult(asking.IsCompleted)), TimeSpan.FromSeconds(20), Token);

        (await asking).ShouldBeOfType<SyncRefused>().Reason.ShouldBe(SyncRefusals.CentralDbUnreachable);
    }

    [Fact]
    public async Task One_that_CentralDB_will_never_take_is_refused()
    {
        await using var centralDb = await ScriptedServer.StartAsync(Answer.Json("""{"detail":"not a user id"}""", 422));
        await using var host = await StartAsync(centralDb);

        await host.Bus.Publish(Request, Token);

        await Eventually.Is(() => host.Heard.Of<SyncFailed>().Count == 1, cancellationToken: Token);

        // The refusal itself was in it, and goes when it has been heard.
        await Eventually.Equals(0, () => host.ReadAsync(db => SyncHost.WaitingInOutbox(db).CountAsync(Token)), cancellationToken: Token);
    }

    private static Task<SyncHost> StartAsync(ScriptedServer centralDb) =>
        SyncHost.StartAsync(null, ("CentralDb:Url", centralDb.Url.ToString()), ("CentralDb:RetryDelay", "00:00:00.001"), ("State:SweepInterval", "00:00:00.5"));

    private static async Task<DateTimeOffset> WaitsUntilAsync(SyncHost host, DateTimeOffset after)
    {
        DateTime? due = null;
        await Eventually.Is(() => TickAsync(host, async () => (due = await DueAsync()) is not null), TimeSpan.FromSeconds(20), Token);
        return new DateTimeOffset(due!.Value, TimeSpan.Zero);

        Task<DateTime?> DueAsync() => host.ReadAsync(db =>
            SyncHost.WaitingInOutbox(db).Where(due => due > after.UtcDateTime).Select(due => (DateTime?)due).SingleOrDefaultAsync(Token));
    }

    // For the pauses of CentralDB's client.
    private static Task<bool> TickAsync(SyncHost host, Func<Task<bool>> condition)
    {
        host.Clock.Advance(TimeSpan.FromMilliseconds(10));
        return condition();
    }
}

using System.Net;
using GarminSync.Contracts;
using GarminSync.Gateway.Tests.Access;
using GarminSync.Gateway.Tests.DeadLetters;
using GarminSync.Testing;

namespace GarminSync.Gateway.Tests.Operations;

[Collection(nameof(OneBroker))]
public sealed class When_operations_are_asked_about(RabbitMqBroker broker)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_of_accounts_pauses_limits_and_requests()
    {
        var consumers = new StubConsumers
        {
            Operations = _ => new OperationsReport
            {
                Accounts =
                [
                    new AccountOperations
                    {
                        Account = StubConsumers.Account() with { Status = GarminAccountStatuses.RateLimited, RateLimitedUntil = Noon, LastSyncAt = Noon, NextSyncAt = Noon },
                        IsPaused = true,
                        PausedUntil = Noon,
                        PausedReason = "Garmin limits this account.",
                        Freshness = [new KindFreshness { Kind = SyncKinds.Activities, SyncedAt = Noon }, new KindFreshness { Kind = SyncKinds.Health }],
                        GarminRequests = [new GarminRequestsOfDay { Day = "2026-11-27", Requests = 12 }],
                    },
                ],
                NextCursor = "next",
                LinkedAccounts = 3,
                AccountsThatNeedLogin = 1,
                AccountsThatGarminLimits = 1,
                Jobs = [new JobsInState { State = SyncJobStates.Paused, Jobs = 1 }],
                Outages = [new ServiceOutage { Service = "CentralDB", Since = Noon, Until = Noon, Reason = "It does not answer." }],
                GarminRequests = [new GarminRequestsOfDay { Day = "2026-11-27", Requests = 40 }],
            },
        };
        await using var gateway = await GatewayHost.StartAsync(consumers);

        using var answer = await gateway.Client.GetAsync(new Uri("/api/operations?q=ATHLETE&limit=5&cursor=here", UriKind.Relative), Token);

        var operations = await answer.JsonAsync();
        var account = operations.GetProperty("accounts")[0];
        account.GetProperty("status").GetString().ShouldBe("rate_limited");
        account.GetProperty("paused_reason").GetString().ShouldBe("Garmin limits this account.");
        account.GetProperty("fresh").GetRawText().ShouldBe("""{"activities":"2026-11-27T12:00:00+00:00","health":null}""");
        account.GetProperty("garmin_requests").GetRawText().ShouldBe("""{"2026-11-27":12}""");
        operations.GetProperty("next_cursor").GetString().ShouldBe("next");
        operations.GetProperty("jobs").GetRawText().ShouldBe("""{"paused":1}""");
        operations.GetProperty("outages")[0].GetProperty("service").GetString().ShouldBe("CentralDB");
        operations.GetProperty("queues").GetArrayLength().ShouldBe(0, "the messages of this process are in its memory");
        consumers.Received<GetOperations>().ShouldHaveSingleItem().ShouldBe(new GetOperations { Search = "ATHLETE", Limit = 5, Cursor = "here" });
    }

    [Fact]
    public async Task It_tells_how_much_is_in_the_queues()
    {
        await using var queue = await PoisonedQueue.StartAsync(broker);
        await queue.FailOneAsync();

        var queues = (await queue.GetAsync("/api/operations")).GetProperty("queues").EnumerateArray().ToList();

        queues.Single(one => one.GetProperty("queue").GetString() == PoisonedQueue.Queue).GetRawText()
            .ShouldBe("""{"queue":"sync-requested","messages":0,"consumers":1,"errors":1,"skipped":0}""");
        queues.Single(one => one.GetProperty("queue").GetString() == "plan-sync").GetRawText()
            .ShouldBe("""{"queue":"plan-sync","messages":null,"consumers":null,"errors":0,"skipped":0}""");
    }

    [Fact]
    public async Task It_is_the_operators()
    {
        await using var gateway = await TokenGateway.StartAsync(new StubConsumers());
        using var user = await gateway.UserAsync("7");

        using var refused = await user.GetAsync(new Uri("/api/operations", UriKind.Relative), Token);
        using var answered = await gateway.Operator.GetAsync(new Uri("/api/operations", UriKind.Relative), Token);

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answered.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("q=%00", "q")]
    public async Task A_bad_value_is_named(string query, string field)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        using var answer = await gateway.Client.GetAsync(new Uri($"/api/operations?{query}", UriKind.Relative), Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.DetailAsync()).ShouldStartWith(field);
    }
}

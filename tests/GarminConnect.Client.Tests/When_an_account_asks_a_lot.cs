using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class When_an_account_asks_a_lot
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_account_has_no_more_calls_in_flight_than_allowed_and_does_not_hold_up_another()
    {
        using var gate = new SemaphoreSlim(0);
        await using var garmin = await GarminHarness.StartAsync(
            async context =>
            {
                if (context.Request.Headers.Authorization == "Bearer access-1")
                {
                    await gate.WaitAsync(context.RequestAborted);
                }

                await Answer.Json(Some.Profile)(context);
            },
            settings: ("ConcurrencyPerAccount", "2"));
        var session = GarminHarness.Session();
        var calls = Enumerable.Range(0, 5).Select(_ => garmin.Client.GetProfileAsync(session, Token)).ToList();
        await Eventually.Is(() => garmin.Server.Requests.Count == 2, cancellationToken: Token);

        await garmin.Client.GetProfileAsync(new GarminSession("another", Some.Tokens() with { AccessToken = "access-9" }, null!), Token);

        garmin.Server.Requests.Count.ShouldBe(3);
        gate.Release(5);
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task One_account_sends_no_more_requests_a_second_than_allowed()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Json(Some.Profile), settings: ("RequestsPerSecond", "10"));
        var started = TimeProvider.System.GetTimestamp();

        for (var call = 0; call < 15; call++)
        {
            await garmin.Client.GetProfileAsync(GarminHarness.Session(), Token);
        }

        // Ten at once, then ten a second.
        TimeProvider.System.GetElapsedTime(started).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(350));
    }

    [Fact]
    public async Task A_process_that_shares_an_account_with_another_sends_half_as_many()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Json(Some.Profile), settings: ("RequestsPerSecond", "10"));
        var session = new GarminSession("shared", Some.Tokens(), null!) { TurnsPerRequest = () => 2 };
        var started = TimeProvider.System.GetTimestamp();

        for (var call = 0; call < 10; call++)
        {
            await garmin.Client.GetProfileAsync(session, Token);
        }

        // Five at once, then five a second.
        TimeProvider.System.GetElapsedTime(started).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(800));
    }
}

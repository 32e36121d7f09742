using System.Net;
using GarminSync.Contracts;

namespace GarminSync.Gateway.Tests;

public sealed class When_a_user_is_to_be_erased
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("?confirm=")]
    [InlineData("?confirm=8")]
    [InlineData("?confirm=true")]
    public async Task Nothing_is_asked_for_unless_the_id_is_repeated(string query)
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers);

        using var answer = await gateway.Client.DeleteAsync(new Uri($"/api/garmin/users/7{query}", UriKind.Relative), Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.DetailAsync()).ShouldContain("?confirm=<user_id>");
        consumers.Received<EraseUser>().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_answer_says_where_to_look()
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers);

        using var answer = await gateway.Client.DeleteAsync(new Uri("/api/garmin/users/7?confirm=7", UriKind.Relative), Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        answer.Headers.Location.ShouldBe(new Uri("/api/garmin/users/7/erasure", UriKind.Relative));
        (await answer.JsonAsync()).GetProperty("state").GetString().ShouldBe("under_way");
        consumers.Received<EraseUser>().ShouldHaveSingleItem().UserId.ShouldBe("7");
        using var status = await gateway.Client.GetAsync(answer.Headers.Location, Token);
        (await status.JsonAsync()).GetProperty("requested_at").GetString().ShouldBe("2026-11-22T08:00:00+00:00");
    }

    [Theory]
    [InlineData(SyncRefusals.UnknownUser, HttpStatusCode.NotFound)]
    [InlineData(SyncRefusals.CentralDbUnreachable, HttpStatusCode.ServiceUnavailable)]
    public async Task A_refusal_says_why(string reason, HttpStatusCode status)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers { Erase = _ => new SyncRefused { Reason = reason, Detail = "x" } });

        using var answer = await gateway.Client.DeleteAsync(new Uri("/api/garmin/users/7?confirm=7", UriKind.Relative), Token);
        using var look = await gateway.Client.GetAsync(new Uri("/api/garmin/users/7/erasure", UriKind.Relative), Token);

        answer.StatusCode.ShouldBe(status);
        look.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task A_sync_and_a_login_meanwhile_are_a_conflict_in_words()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers
        {
            Sync = _ => new SyncRefused { Reason = SyncRefusals.BeingErased, Detail = "User 7 is being erased." },
            Login = _ => new GarminLoginAnswered { Outcome = GarminLoginOutcomes.BeingErased, Detail = "User 7 is being erased." },
        });

        using var sync = await gateway.Client.PostAsync(new Uri("/api/garmin/sync", UriKind.Relative), HttpAnswers.Json("{}"), Token);
        using var login = await gateway.Client.PostAsync(new Uri("/api/garmin/login", UriKind.Relative), HttpAnswers.Json("""{"username": "a", "password": "b"}"""), Token);

        sync.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await sync.DetailAsync()).ShouldBe("User 7 is being erased.");
        login.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await login.DetailAsync()).ShouldBe("User 7 is being erased.");
    }
}

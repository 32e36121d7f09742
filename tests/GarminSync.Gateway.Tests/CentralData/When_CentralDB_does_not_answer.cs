using System.Net;
using GarminSync.Testing;

namespace GarminSync.Gateway.Tests.CentralData;

public sealed class When_CentralDB_does_not_answer
{
    [Theory]
    [InlineData("activities")]
    [InlineData("activities/types")]
    [InlineData("activities/1")]
    [InlineData("activities/1/file")]
    [InlineData("activities/1/track")]
    [InlineData("health?metric_type=steps")]
    [InlineData("health?metric_type=steps&resolution=day")]
    [InlineData("health/latest")]
    [InlineData("workouts")]
    [InlineData("workouts/tuesday")]
    [InlineData("health/day?date=2026-11-22")]
    public async Task It_is_named_and_all_else_goes_on(string path)
    {
        await using var data = await DataGateway.StartAsync();
        await data.StopCentralDbAsync();

        (await data.RefusalAsync(path, HttpStatusCode.ServiceUnavailable)).ShouldContain("CentralDB is out of reach for the gateway");
        using var accounts = await data.Gateway.Client.GetAsync(new Uri("/api/garmin/accounts", UriKind.Relative), TestContext.Current.CancellationToken);

        accounts.StatusCode.ShouldBe(HttpStatusCode.OK);
        await Eventually.Equals(HttpStatusCode.OK, () => ReadinessAsync(data.Gateway), cancellationToken: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_key_that_is_wrong_is_named()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Status(401));
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers(), $"--CentralDb:Url={server.Url}");

        (await RefusalAsync(gateway, HttpStatusCode.ServiceUnavailable)).ShouldContain("CentralDb:ApiKey");
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(422)]
    public async Task One_that_has_the_user_and_not_the_call_is_named(int status)
    {
        await using var server = await ScriptedServer.StartAsync(context =>
            (context.Request.Path == "/users/7" ? Answer.Json("""{"id":"7"}""") : Answer.Json("""{"detail":"what?"}""", status))(context));
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers(), $"--CentralDb:Url={server.Url}");

        (await RefusalAsync(gateway, HttpStatusCode.BadGateway)).ShouldContain("CentralDB cannot answer this call");
    }

    [Fact]
    public async Task A_broker_that_is_away_is_not_missed()
    {
        await using var server = await ScriptedServer.StartAsync(Answer.Json("""{"items":[],"next_cursor":null,"total":0}"""));
        await using var gateway = await GatewayHost.StartAsync(
            new StubConsumers(), "--Transport=RabbitMq", $"--RabbitMq:Url=amqp://guest:guest@127.0.0.1:{FreePort.Next()}/", $"--CentralDb:Url={server.Url}");

        using var answer = await AskAsync(gateway);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> ReadinessAsync(GatewayHost gateway)
    {
        using var ready = await gateway.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        return ready.StatusCode;
    }

    private static Task<HttpResponseMessage> AskAsync(GatewayHost gateway) =>
        gateway.Client.GetAsync(new Uri("/api/garmin/activities?user_id=7", UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task<string> RefusalAsync(GatewayHost gateway, HttpStatusCode status)
    {
        using var answer = await AskAsync(gateway);
        answer.StatusCode.ShouldBe(status, await answer.TextAsync());
        return await answer.DetailAsync();
    }
}

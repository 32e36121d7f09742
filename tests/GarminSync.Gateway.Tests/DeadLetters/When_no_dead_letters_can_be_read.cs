using System.Net;
using GarminSync.Gateway.Tests.Access;
using GarminSync.Testing;

namespace GarminSync.Gateway.Tests.DeadLetters;

public sealed class When_no_dead_letters_can_be_read
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_process_without_a_broker_says_that_none_are_kept()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        using var queues = await gateway.Client.GetAsync(new Uri("/api/dead-letters", UriKind.Relative), Token);
        using var queue = await gateway.Client.GetAsync(new Uri("/api/dead-letters/sync-job_error", UriKind.Relative), Token);
        using var one = await gateway.Client.DeleteAsync(new Uri("/api/dead-letters/sync-job_error/1", UriKind.Relative), Token);

        var list = await queues.JsonAsync();
        list.GetProperty("queues").GetArrayLength().ShouldBe(0);
        list.GetProperty("note").GetString()!.ShouldContain("memory");
        (await queue.TextAsync()).ShouldBe("""{"queue":"sync-job_error","messages":0,"dead_letters":[]}""");
        one.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await one.DetailAsync()).ShouldContain("memory");
    }

    [Fact]
    public async Task A_broker_that_is_away_is_named()
    {
        await using var gateway = await GatewayHost.StartAsync(consumers: null, "--Transport=RabbitMq", $"--RabbitMq:Url=amqp://guest:guest@127.0.0.1:{FreePort.Next()}/");

        foreach (var path in new[] { "/api/dead-letters", "/api/dead-letters/sync-job_error" })
        {
            using var answer = await gateway.Client.GetAsync(new Uri(path, UriKind.Relative), Token);
            answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await answer.DetailAsync()).ShouldContain("RabbitMQ");
        }
    }

    [Fact]
    public async Task They_are_the_operators()
    {
        await using var gateway = await TokenGateway.StartAsync(new StubConsumers());
        using var user = await gateway.UserAsync("7");

        foreach (var (method, path) in new[]
        {
            ("GET", ""), ("GET", "/sync-job_error"), ("POST", "/sync-job_error/requeue"), ("POST", "/sync-job_error/1/requeue"), ("DELETE", "/sync-job_error/1"),
        })
        {
            using var call = new HttpRequestMessage(new HttpMethod(method), $"/api/dead-letters{path}");
            using var answer = await user.SendAsync(call, Token);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{method} {path}");
        }

        using var operators = await gateway.Operator.GetAsync(new Uri("/api/dead-letters", UriKind.Relative), Token);
        operators.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}

using System.Diagnostics;
using System.Net;
using GarminSync.Testing;

namespace GarminSync.Gateway.Tests;

[Collection(nameof(OneBroker))]
public sealed class When_the_broker_is_down(RabbitMqBroker broker)
{
    private const string Credentials = """{"username": "a", "password": "b"}""";

    [Fact]
    public async Task It_names_RabbitMQ_within_seconds_and_the_next_call_works_when_it_is_back()
    {
        Assert.SkipUnless(RabbitMqBroker.CanStop, "The broker is given by an address, so it cannot be stopped here.");
        var host = await broker.CreateVirtualHostAsync(TestContext.Current.CancellationToken);
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers(), "--Transport=RabbitMq", $"--RabbitMq:Url={host.Amqp}");
        await Eventually.Equals(HttpStatusCode.OK, () => LoginAsync(gateway), cancellationToken: TestContext.Current.CancellationToken);

        await broker.StopAsync();
        try
        {
            await RefusesAsync(gateway, "/api/garmin/login", Credentials);
            await RefusesAsync(gateway, "/api/garmin/sync", "{}");
            await RefusesAsync(gateway, "/api/garmin/login", Credentials);
        }
        finally
        {
            // Others use it too.
            await broker.StartAsync(TestContext.Current.CancellationToken);
        }

        await Eventually.Equals(HttpStatusCode.OK, () => LoginAsync(gateway), TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task It_starts_without_one_and_says_so()
    {
        await using var gateway = await GatewayHost.StartAsync(
            new StubConsumers(), "--Transport=RabbitMq", $"--RabbitMq:Url=amqp://guest:guest@127.0.0.1:{FreePort.Next()}/");

        await RefusesAsync(gateway, "/api/garmin/login", Credentials);
        using var ready = await gateway.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);

        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.DetailAsync()).ShouldContain("RabbitMQ");
    }

    private static async Task RefusesAsync(GatewayHost gateway, string path, string body)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await gateway.Client.PostJsonAsync(path, body);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.DetailAsync()).ShouldContain("RabbitMQ");
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(8));
    }

    private static async Task<HttpStatusCode> LoginAsync(GatewayHost gateway)
    {
        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/login", Credentials);
        return answer.StatusCode;
    }
}

using System.Net;

namespace GarminSync.Gateway.Tests;

public sealed class When_its_health_is_asked_for
{
    [Fact]
    public async Task It_is_ready_when_the_consumers_answer()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        using var answer = await gateway.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.JsonAsync()).GetProperty("status").GetString().ShouldBe("healthy");
    }

    [Fact]
    public async Task It_lives_but_is_not_ready_when_nobody_consumes()
    {
        await using var gateway = await GatewayHost.StartAsync(consumers: null);

        using var live = await gateway.Client.GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken);
        using var ready = await gateway.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);

        live.StatusCode.ShouldBe(HttpStatusCode.OK);
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.DetailAsync()).ShouldContain("GarminSync consumers");
    }
}

using System.Net;
using GarminSync.Contracts;
using GarminSync.Gateway.Messaging;
using GarminSync.Testing;
using Microsoft.Extensions.DependencyInjection;

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

    [Fact]
    public async Task However_often_it_is_asked_the_consumers_hear_of_it_every_few_seconds()
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers);
        var clock = new ManualClock();
        var probe = new ConsumersProbe(gateway.Services.GetRequiredService<IServiceScopeFactory>(), clock);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => probe.AskAsync(TestContext.Current.CancellationToken)));
        await probe.AskAsync(TestContext.Current.CancellationToken);
        consumers.All.ShouldHaveSingleItem().ShouldBe(new PingConsumers());

        clock.Advance(ConsumersProbe.AnswerCounts);
        await probe.AskAsync(TestContext.Current.CancellationToken);
        consumers.All.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_is_about_to_wait_long_asks_anew()
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers);
        var probe = new ConsumersProbe(gateway.Services.GetRequiredService<IServiceScopeFactory>(), new ManualClock());
        await probe.AskAsync(TestContext.Current.CancellationToken);

        await probe.AskAnewAsync(TestContext.Current.CancellationToken);

        consumers.All.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Nothing_is_read_for_it_but_a_sign_of_life()
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers);

        using var answer = await gateway.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);

        consumers.All.ShouldHaveSingleItem().ShouldBe(new PingConsumers());
    }
}

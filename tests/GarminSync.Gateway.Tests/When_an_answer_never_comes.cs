using GarminSync.Gateway.Errors;
using GarminSync.Gateway.Messaging;
using GarminSync.Testing;
using MassTransit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GarminSync.Gateway.Tests;

/// <summary>The broker connection died while a request was being sent: MassTransit's own time-out does not end such a call.</summary>
public sealed class When_an_answer_never_comes
{
    [Fact]
    public async Task The_caller_is_told_when_the_time_of_the_route_is_over()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());
        var clock = new ManualClock();
        var filter = new BusConnectedFilter(gateway.Services.GetRequiredService<IBusControl>(), clock);
        var call = EndpointFilterInvocationContext.Create(new DefaultHttpContext());

        var answer = filter.InvokeAsync(call, async _ =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, TestContext.Current.CancellationToken);
            return null;
        }).AsTask();
        await Eventually.Is(() => clock.WaitingTimers > 0);
        clock.Advance(AnswerLimit.OneRequest.Limit);

        (await answer.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)).ShouldBe(Outages.Consumers);
    }
}

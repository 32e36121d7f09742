using GarminSync.Gateway.Errors;
using GarminSync.Gateway.Messaging;
using GarminSync.Testing;
using MassTransit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

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

    [Fact]
    public async Task A_time_out_of_something_else_is_not_put_down_to_the_broker_or_the_consumers()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());
        var bus = gateway.Services.GetRequiredService<IBusControl>();
        var filter = new BusConnectedFilter(bus, TimeProvider.System);
        var call = EndpointFilterInvocationContext.Create(new DefaultHttpContext());
        var handler = new GatewayExceptionHandler(bus, NullLogger<GatewayExceptionHandler>.Instance);

        var passed = await Should.ThrowAsync<TimeoutException>(async () => await filter.InvokeAsync(call, _ => ValueTask.FromException<object?>(new TimeoutException("A file was not read in time."))));
        var handled = await handler.TryHandleAsync(new DefaultHttpContext(), passed, TestContext.Current.CancellationToken);

        passed.Message.ShouldBe("A file was not read in time.");
        handled.ShouldBeFalse();
    }
}

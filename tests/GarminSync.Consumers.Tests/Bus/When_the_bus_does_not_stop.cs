using GarminSync.Bus;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace GarminSync.Consumers.Tests.Bus;

public sealed class When_the_bus_does_not_stop
{
    [Fact]
    public Task The_process_goes_on_to_its_end() =>
        new BusService(new Stubborn(), NullLogger.Instance, TimeSpan.FromMilliseconds(1)).StopAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task It_does_not_outlast_the_patience_of_the_host()
    {
        using var patience = new CancellationTokenSource();
        await patience.CancelAsync();

        await new BusService(new Stubborn(), NullLogger.Instance, Timeout.InfiniteTimeSpan).StopAsync(patience.Token);
    }

    /// <summary>As MassTransit's, which does not look at the token.</summary>
    private sealed class Stubborn : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => new TaskCompletionSource().Task;
    }
}

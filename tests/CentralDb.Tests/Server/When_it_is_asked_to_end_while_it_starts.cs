using FitTrack.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Server;

public class When_it_is_asked_to_end_while_it_starts
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_ends_quietly(bool cancels)
    {
        var code = await FitTrackProcess.RunAsync([], () =>
        {
            var builder = WebApplication.CreateBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.AddSingleton<IHostedService>(services => new Slow(services.GetRequiredService<IHostApplicationLifetime>(), cancels));
            return builder.Build();
        });

        code.ShouldBe(0);
    }

    // Waits for something that does not come; SIGTERM comes instead. Not everything that waits can be cancelled.
    private sealed class Slow(IHostApplicationLifetime lifetime, bool cancels) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.StopApplication();
            return cancels ? Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken) : throw new TimeoutException("no answer");
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

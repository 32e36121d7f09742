using FitTrack.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GarminSync.Gateway.Tests;

public sealed class When_a_part_does_not_stop
{
    [Fact]
    public async Task The_process_ends_all_the_same_and_says_so_by_its_exit_code()
    {
        var ended = await FitTrackProcess.RunAsync(
            ["--urls=http://127.0.0.1:0"],
            () =>
            {
                var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0"]);
                builder.Services.AddHostedService<Stubborn>();
                var app = builder.Build();
                app.Lifetime.ApplicationStarted.Register(app.Lifetime.StopApplication);
                return app;
            },
            longestEnd: TimeSpan.FromMilliseconds(100));

        ended.ShouldBe(1);
    }

    /// <summary>As a bus that waits for its broker, and does not look at the token.</summary>
    private sealed class Stubborn : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => new TaskCompletionSource().Task;
    }
}

using GarminSync.Bus;
using GarminSync.Contracts;
using GarminSync.Testing;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Bus;

/// <summary>As when it came while no consumer ran: the consumers' clock says so.</summary>
public sealed class When_a_request_has_expired
{
    private static readonly RequestTimeout Timeout = RequestTimeout.After(s: 5);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_dropped() => await Should.ThrowAsync<RequestTimeoutException>(AskAsync(TimeSpan.FromMinutes(5)));

    [Fact]
    public async Task A_clock_that_is_a_little_ahead_does_not_matter() => (await AskAsync(TimeSpan.FromSeconds(30))).Jobs.ShouldBeEmpty();

    private static async Task<SyncJobList> AskAsync(TimeSpan ahead)
    {
        var folder = Directory.CreateTempSubdirectory("garminsync-expired-");
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Transport"] = "InMemory",
            ["DataFolder"] = folder.FullName,
            ["CentralDb:Url"] = "http://127.0.0.1:9/",
        });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new ShiftedClock(TimeProvider.System.GetUtcNow() + ahead));
        builder.Services.AddConsumerServices(builder.Configuration);
        builder.Services.AddGarminSyncBus(builder.Configuration, bus => bus.AddConsumersAndSaga());
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = true);
        using var host = builder.Build();
        await host.StartAsync(Token);
        try
        {
            await using var scope = host.Services.CreateAsyncScope();
            var client = scope.ServiceProvider.GetRequiredService<IScopedClientFactory>().CreateRequestClient<ListSyncJobs>(Timeout);
            return (await client.GetResponse<SyncJobList>(new ListSyncJobs { Limit = 1 }, Token)).Message;
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }
}

using System.Data.Common;
using System.Net.Sockets;
using FitTrack.Databases;
using FitTrack.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GarminSync.Outbox;

/// <summary>Brings the state store to the newest schema before any other hosted service starts, the bus included.</summary>
internal sealed class StateUpgrade(IServiceScopeFactory scopes) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await DatabaseUpgrade.RunAsync(scope.ServiceProvider.GetRequiredService<OutboxDbContext>(), cancellationToken);
        }
        catch (Exception exception) when (exception.GetBaseException() is DbException or SocketException or TimeoutException)
        {
            throw new StartRefusedException(
                $"The state store cannot be opened or brought up to date: {exception.GetBaseException().Message} See State:Provider and State:ConnectionString.", exception);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

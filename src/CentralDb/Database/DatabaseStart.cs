using System.Data.Common;
using System.Net.Sockets;
using FitTrack.Databases;
using FitTrack.Hosting;

namespace FitTrack.CentralDb.Database;

/// <summary>Brings the schema up to date before the server listens.</summary>
internal sealed class DatabaseStart(IServiceProvider services) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        try
        {
            await DatabaseUpgrade.RunAsync(scope.ServiceProvider.GetRequiredService<CentralDbContext>(), cancellationToken);
        }
        catch (Exception exception) when (exception.GetBaseException() is DbException or SocketException)
        {
            throw new StartRefusedException(
                $"CentralDB's database cannot be opened or brought up to date: {exception.GetBaseException().Message} See CentralDbServer:Provider and CentralDbServer:ConnectionString.",
                exception);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using System.Data.Common;
using System.Net.Sockets;
using FitTrack.Databases.Backups;
using FitTrack.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FitTrack.Databases;

/// <summary>Brings a database to the newest schema before any hosted service starts: the web server and the bus included.</summary>
/// <param name="name">What the person who runs the process calls the database; begins a sentence.</param>
/// <param name="section">The configuration section of its <see cref="DatabaseOptions"/>.</param>
internal sealed class UpgradeAtStart<TContext>(IServiceScopeFactory scopes, string name, string section) : IHostedLifecycleService
    where TContext : DbContext
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (scope.ServiceProvider.GetService<IConfiguration>() is { } configuration)
        {
            UnfinishedRestore.Refuse(DataFolder.Get(configuration));
        }

        try
        {
            await DatabaseUpgrade.RunAsync(scope.ServiceProvider.GetRequiredService<TContext>(), cancellationToken);
        }
        catch (Exception exception) when (exception.GetBaseException() is DbException or SocketException or TimeoutException)
        {
            throw new StartRefusedException(
                $"{name} cannot be opened or brought up to date: {exception.GetBaseException().Message.TrimEnd('.')}. See {section}__Provider, {section}__ConnectionString and {section}__Password.", exception);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

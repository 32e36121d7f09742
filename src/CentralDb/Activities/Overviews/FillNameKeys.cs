using FitTrack.CentralDb.Database;
using Microsoft.EntityFrameworkCore;

namespace FitTrack.CentralDb.Activities.Overviews;

/// <summary>Gives the overviews that the upgrade made from stored activities the names that are searched, which SQL cannot. Done before the server listens; after the first time an index says at once that there is nothing to do.</summary>
internal sealed class FillNameKeys(IServiceScopeFactory scopes) : IHostedLifecycleService
{
    private const int AtOnce = 1000;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        int filled;
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<CentralDbContext>();
            filled = await database.RetryAsync(async () =>
            {
                var overviews = await database.ActivityOverviews.Where(overview => overview.Name != null && overview.NameKey == null)
                    .OrderBy(overview => overview.UserId).ThenBy(overview => overview.GarminActivityId).Take(AtOnce).ToListAsync(cancellationToken);
                foreach (var overview in overviews)
                {
                    overview.NameKey = ActivityOverview.KeyOf(overview.Name);
                }

                await database.SaveChangesAsync(cancellationToken);
                return overviews.Count;
            });
        }
        while (filled == AtOnce);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using Microsoft.Extensions.DependencyInjection;

namespace GarminSync.Outbox;

/// <summary>
/// Reads and writes the state store apart from the caller's unit of work, in a scope and a context of its own: what is written here stays, whatever becomes of the
/// caller's work, and the caller's unsaved changes are not written with it.
/// </summary>
public sealed class OwnUnitOfWork(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>
    /// Does the work. Single statements are committed as they run; for several in one transaction, call <see cref="OutboxDbContext.BeginAsync"/> and
    /// <see cref="OutboxDbContext.CommitAsync"/>.
    /// </summary>
    public async Task<T> RunAsync<T>(Func<OutboxDbContext, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<OutboxDbContext>());
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public async Task RunAsync(Func<OutboxDbContext, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<OutboxDbContext>());
    }

    /// <summary>The time by which leases and their like are compared; see <see cref="OutboxDbContext.NowAsync"/>.</summary>
    public Task<DateTimeOffset> NowAsync(CancellationToken cancellationToken) => RunAsync(db => db.NowAsync(clock, cancellationToken));
}

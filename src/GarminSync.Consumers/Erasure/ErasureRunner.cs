using GarminSync.Consumers.Accounts;
using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Erasure;

/// <summary>Carries on the erasures that are due. Every process may run one: of each erasure one process has the lease, and another goes on when that one dies.</summary>
internal sealed partial class ErasureRunner(IServiceScopeFactory scopes, OwnUnitOfWork work, TimeProvider clock, ILogger<ErasureRunner> logger)
    : RepeatedWork(TimeSpan.FromSeconds(1), clock)
{
    private const int Most = 20;

    protected override Task WorkAsync(CancellationToken cancellationToken) => RunDueAsync(cancellationToken);

    /// <summary>Takes each erasure that is due a step further.</summary>
    internal async Task RunDueAsync(CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        var due = await work.RunAsync(db => db.Set<UserErasure>().Where(erasure => erasure.DueAt <= now)
            .OrderBy(erasure => erasure.DueAt).Take(Most).Select(erasure => erasure.UserId).ToListAsync(cancellationToken));
        foreach (var userId in due)
        {
            await using var held = await LeaseOn(userId).TryTakeAsync(cancellationToken);
            if (held is not null)
            {
                await GoOnAsync(userId, cancellationToken);
            }
        }
    }

    private async Task GoOnAsync(string userId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<ErasureSteps>().GoOnAsync(userId, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Most likely the database is away. The others have their turn, and this one again in the next round.
            LogNotFurther(userId, exception);
        }
    }

    private RowLease<UserErasure> LeaseOn(string userId) => new(work, Clock)
    {
        Wanted = (erasures, _) => erasures.Where(erasure => erasure.UserId == userId),
        Until = erasure => erasure.LeaseUntil,
        Owners = [new(erasure => erasure.LeaseOwner, Guid.NewGuid())],
        Length = TimeSpan.FromSeconds(20),
        Failed = exception => LogNotHeld(userId, exception),
    };

    [LoggerMessage(2402, LogLevel.Warning, "The erasure of user {UserId} did not get further; this is tried again")]
    private partial void LogNotFurther(string userId, Exception exception);

    [LoggerMessage(2403, LogLevel.Warning, "The lease of the erasure of user {UserId} could not be prolonged or given back; it runs out")]
    private partial void LogNotHeld(string userId, Exception exception);

    [LoggerMessage(2404, LogLevel.Warning, "The erasures that are due could not be looked up; tried again shortly")]
    protected override partial void LogFailed(Exception exception);
}

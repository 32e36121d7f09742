using CentralDb.Client;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Consumers.UserTokens;
using GarminSync.Contracts;
using GarminSync.Outbox;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Erasure;

/// <summary>
/// Carries an erasure on. Each step may be repeated, and the order is what makes it safe to: first no consumer works for the user any more, then CentralDB, which
/// refuses what would be written after it, then what the broker keeps of messages that failed, then the state store, and in one transaction with the last of that the event.
/// </summary>
/// <remarks>
/// A process that was frozen past the end of its lease may still commit rows afterwards. So the note stays for a day, and what came late is erased twice more.
/// </remarks>
internal sealed partial class ErasureSteps(
    StateDb db, UserRows rows, StateOutbox outbox, StoredCredentials credentials, StoredUserTokens tokens, CentralDbClient centralDb,
    TheirDeadLetters deadLetters, TimeProvider clock, ILogger<ErasureSteps> logger)
{
    /// <summary>When what came late is erased for the first time.</summary>
    public static readonly TimeSpan FirstSweepAfter = TimeSpan.FromMinutes(10);

    /// <summary>When it is erased for the last time, and the note with it.</summary>
    public static readonly TimeSpan ForgottenAfter = TimeSpan.FromDays(1);

    private const string NotSupported =
        "This CentralDB has no call that erases a user (DELETE /users/{id}): what it keeps of the user is still there, but for the Garmin password, the Garmin tokens and the user's token. Erase it there.";

    private static readonly BackOff Jobs = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
    private static readonly BackOff Away = new(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(5));

    /// <summary>Goes as far as is possible now, and notes when to go on.</summary>
    public async Task GoOnAsync(string userId, CancellationToken cancellationToken)
    {
        if (await Note(userId).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } note)
        {
            return;
        }

        try
        {
            await (note.ErasedAt is { } erasedAt ? SweepAsync(userId, erasedAt, cancellationToken) : EraseAsync(note, cancellationToken));
        }
        catch (Exception exception) when (exception is CentralDbUnreachableException or CentralDbRejectedException)
        {
            await WaitAsync(note, Away, exception.Message, cancellationToken);
        }
        catch (DeadLettersAwayException exception)
        {
            LogDeadLettersAway(userId, exception);
            await WaitAsync(note, Away, exception.Message, cancellationToken);
        }
    }

    private async Task EraseAsync(UserErasure note, CancellationToken cancellationToken)
    {
        var userId = note.UserId;
        if (await IsWorkedForAsync(userId, cancellationToken))
        {
            await WaitAsync(note, Jobs, "Work of a sync that was under way has to end first; that of a process that has died ends with its lease (Sync:Lease).", cancellationToken);
            return;
        }

        await EraseLoginsAsync(userId, cancellationToken);
        List<string> notErased = [];
        switch (await centralDb.EraseUserAsync(userId, cancellationToken))
        {
            case UserErasureResult.InPart:
                await Note(userId).ExecuteUpdateAsync(row => row.SetProperty(erasure => erasure.Tries, 0).SetProperty(erasure => erasure.Reason, (string?)null), cancellationToken);
                return; // the next round asks again; other erasures have their turn in between
            case UserErasureResult.NotSupported:
                await ForgetSecretsAsync(userId, cancellationToken);
                notErased.Add(NotSupported);
                break;
        }

        if (await deadLetters.EraseAsync(userId, cancellationToken) is { } left)
        {
            notErased.Add(left);
        }

        await rows.EraseAsync(userId, cancellationToken);
        await EndAsync(note, notErased.Count == 0 ? null : string.Join(' ', notErased), cancellationToken);
    }

    // A job that a person retries meanwhile, or that was started just before, is cancelled here once more.
    private async Task<bool> IsWorkedForAsync(string userId, CancellationToken cancellationToken)
    {
        var busy = await db.Set<SyncJob>().AsNoTracking()
            .Where(job => job.UserId == userId && (job.FinishedAt == null || job.InFlight > 0 || job.StartedBy != null))
            .OrderBy(job => job.StartedAt != null) // waiting ones first, so that none of them is given the turn of the running one
            .Select(job => new { job.CorrelationId, job.FinishedAt })
            .ToListAsync(cancellationToken);
        foreach (var job in busy.Where(job => job.FinishedAt is null))
        {
            await outbox.Publisher.Publish(new CancelSync { JobId = job.CorrelationId }, cancellationToken);
        }

        await outbox.CommitAsync(cancellationToken);
        return busy.Count > 0;
    }

    // Before CentralDB is asked to erase the user, because the names are known only as long as there is one.
    private async Task EraseLoginsAsync(string userId, CancellationToken cancellationToken)
    {
        var linked = await db.Set<GarminAccount>().Where(account => account.UserId == userId).Select(account => account.UserName).ToListAsync(cancellationToken);
        var email = (await centralDb.GetUserAsync(userId, cancellationToken))?.Email;
        await rows.EraseLoginsAsync([.. linked, email ?? ""], cancellationToken);
    }

    private async Task ForgetSecretsAsync(string userId, CancellationToken cancellationToken)
    {
        if (await centralDb.GetCredentialsAsync(userId, cancellationToken) is not null)
        {
            await credentials.ForgetAsync(userId, cancellationToken);
        }

        await tokens.RevokeAsync(userId, cancellationToken);
    }

    private async Task EndAsync(UserErasure note, string? notErased, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.BeginAsync(cancellationToken);
        await EraseAccountAsync(note.UserId, cancellationToken);
        await Note(note.UserId).ExecuteUpdateAsync(
            row => row.SetProperty(erasure => erasure.ErasedAt, now)
                .SetProperty(erasure => erasure.DueAt, now + FirstSweepAfter)
                .SetProperty(erasure => erasure.Reason, (string?)null)
                .SetProperty(erasure => erasure.NotErased, notErased),
            cancellationToken);
        await outbox.Publisher.Publish(
            new UserErased { UserId = note.UserId, RequestedAt = note.RequestedAt, NotErased = notErased },
            publish => publish.MessageId = MessageIds.From(nameof(UserErased), note.UserId, note.RequestedAt.UtcTicks),
            cancellationToken);
        await outbox.CommitAsync(cancellationToken);
        LogErased(note.UserId, now - note.RequestedAt, notErased is null);
    }

    private async Task SweepAsync(string userId, DateTimeOffset erasedAt, CancellationToken cancellationToken)
    {
        await rows.EraseAsync(userId, cancellationToken);
        await deadLetters.EraseAsync(userId, cancellationToken);
        await db.BeginAsync(cancellationToken);
        await EraseAccountAsync(userId, cancellationToken);
        if (clock.GetUtcNow() >= erasedAt + ForgottenAfter)
        {
            await Note(userId).ExecuteDeleteAsync(cancellationToken);
        }
        else
        {
            await Note(userId).ExecuteUpdateAsync(
                row => row.SetProperty(erasure => erasure.DueAt, erasedAt + ForgottenAfter).SetProperty(erasure => erasure.Tries, 0).SetProperty(erasure => erasure.Reason, (string?)null),
                cancellationToken);
        }

        await db.CommitAsync(cancellationToken);
    }

    private Task EraseAccountAsync(string userId, CancellationToken cancellationToken) => new AccountStates(db, clock).EraseAsync(userId, cancellationToken);

    private Task<int> WaitAsync(UserErasure note, BackOff backOff, string reason, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + backOff.After(note.Tries + 1);
        return Note(note.UserId).ExecuteUpdateAsync(
            row => row.SetProperty(erasure => erasure.DueAt, until).SetProperty(erasure => erasure.Tries, erasure => erasure.Tries + 1).SetProperty(erasure => erasure.Reason, reason),
            cancellationToken);
    }

    private IQueryable<UserErasure> Note(string userId) => db.Set<UserErasure>().Where(erasure => erasure.UserId == userId);

    [LoggerMessage(2401, LogLevel.Information, "User {UserId} is erased after {Duration} (CentralDB too: {Whole})")]
    private partial void LogErased(string userId, TimeSpan duration, bool whole);

    [LoggerMessage(2406, LogLevel.Warning, "The dead letters of user {UserId} could not be looked through; this is tried again")]
    private partial void LogDeadLettersAway(string userId, Exception exception);
}

using GarminSync.Bus.DeadLetters;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using Microsoft.EntityFrameworkCore;
using RabbitMQ.Client.Exceptions;

namespace GarminSync.Consumers.Erasure;

/// <summary>The messages of a user that the broker keeps because they failed. They name the user, one of the jobs, or, where no user was known yet, the account.</summary>
internal sealed class TheirDeadLetters(StateDb db, DeadLetterStore store)
{
    /// <summary>Discards them. As long as the state store knows the user's jobs and account, messages that name no more than these go too.</summary>
    /// <returns>Where some may be left and what to do, in words; null when all are gone.</returns>
    /// <exception cref="DeadLettersAwayException">The broker could not be asked.</exception>
    public async Task<string?> EraseAsync(string userId, CancellationToken cancellationToken)
    {
        if (!store.IsKept)
        {
            return null;
        }

        var jobs = await db.Set<SyncJob>().Where(job => job.UserId == userId).Select(job => job.CorrelationId).ToHashSetAsync(cancellationToken);
        var names = await db.Set<GarminAccount>().Where(account => account.UserId == userId).Select(account => account.UserName).ToListAsync(cancellationToken);
        var accounts = names.Where(name => name.Length > 0).Select(AccountName.KeyOf).ToHashSet(StringComparer.Ordinal);
        try
        {
            var discarded = await store.DiscardAsync(
                letter => letter.UserId == userId
                    || (letter.JobId is { } job && jobs.Contains(job))
                    || (letter.UserName is { Length: > 0 } name && accounts.Contains(AccountName.KeyOf(name))),
                cancellationToken);
            return discarded.LeftOut.Count == 0
                ? null
                : $"Messages of the user that failed may be left on the broker: in {string.Join("; in ", discarded.LeftOut)}. Look at them under Operate, and discard those of the user.";
        }
        catch (Exception exception) when (exception is BrokerUnreachableException or RabbitMQClientException or UnconfirmedException or QueueMissingException or TimeoutException)
        {
            throw new DeadLettersAwayException(exception);
        }
    }
}

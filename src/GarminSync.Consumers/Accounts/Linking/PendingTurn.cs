using GarminSync.Consumers.State;
using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Accounts;

/// <summary>The right to try one code for a login, held by one process at a time. Dispose it to let the next code be tried.</summary>
internal sealed class PendingTurn(PendingLogin login, HeldLease lease) : IAsyncDisposable
{
    private bool _over;

    /// <summary>The login as it was when the turn was taken.</summary>
    public PendingLogin Login { get; } = login;

    /// <summary>
    /// Ends the login in the caller's unit of work, together with its other changes. Others wait for the turn until that is committed, and then find no login; if it
    /// never is, until the turn has run out.
    /// </summary>
    public async Task EndAsync(StateDb db, CancellationToken cancellationToken)
    {
        // Before the row is deleted: prolonging it would wait for this very transaction.
        lease.LetRunOut();
        await DisposeAsync();
        await db.BeginAsync(cancellationToken);
        await db.Set<PendingLogin>().Where(row => row.LoginId == Login.LoginId).ExecuteDeleteAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_over)
        {
            _over = true;
            await lease.DisposeAsync();
        }
    }
}

using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace GarminSync.Outbox;

/// <summary>
/// The right to work on one row of the application's, held by one at a time among all processes. It is kept in columns of that row: until when it is held and,
/// where there is such a column, by whom. It is prolonged while its holder lives (<see cref="HeldLease"/>), and runs out when the holder's process has died.
/// </summary>
/// <remarks>
/// <para>
/// One instance is one attempt of one holder; make a new one for each. Each step is a single compare-and-set statement in an <see cref="OwnUnitOfWork"/>, by the
/// database's clock (<see cref="OutboxDbContext.NowAsync"/>). Whoever else compares <see cref="Until"/> with the time must use that clock too, or say
/// <see cref="ByProcessClock"/>.
/// </para>
/// <para>
/// A holder whose lease has run out, and was taken by another, can neither prolong nor free it. Without <see cref="Owners"/>, the exact time that a holder wrote to
/// <see cref="Until"/> tells it apart.
/// </para>
/// <example>
/// A lease with an owner column (renewal of tokens):
/// <code>
/// await using var held = await new RowLease&lt;GarminAccount&gt;(work, clock)
/// {
///     Wanted = (accounts, _) =&gt; accounts.Where(row =&gt; row.UserId == userId),
///     Until = row =&gt; row.RenewalLeaseUntil,
///     Owners = [new(row =&gt; row.RenewalLeaseOwner, Guid.NewGuid())],
///     Length = TimeSpan.FromSeconds(20),
///     Failed = exception =&gt; LogNotSet(userId, exception),
/// }.TakeAsync(cancellationToken);
/// </code>
/// The same on a row that may not exist yet (the turn of a login): set <see cref="Prepare"/> to the <c>INSERT … ON CONFLICT DO NOTHING</c>. Without an owner column, on a
/// row that expires (a login that waits for its code): leave <see cref="Owners"/> out, say <c>ExpiresAt &gt; now</c> in <see cref="Wanted"/>, take null from
/// <see cref="TakeAsync"/> for an unknown login, and call <see cref="HeldLease.LetRunOut"/> when the row is deleted in the caller's own transaction. Work that is
/// handed out (claims of work items): <see cref="TryTakeAsync"/>, with the message's id and the process as <see cref="Owners"/>, <see cref="TakeAlsoWhen"/> nobody or the
/// same message has begun, the count of losses in <see cref="OnTake"/>, both owners set to null in <see cref="OnGiveBack"/>, and <see cref="HeldLease.LetRunOut"/>
/// when the work has ended well, because its report ends the lease.
/// </example>
/// </remarks>
public sealed class RowLease<TRow>(OwnUnitOfWork work, TimeProvider clock)
    where TRow : class
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMilliseconds(250);

    // What this holder wrote to Until: one time, or more when the answer to a write was lost.
    private List<DateTimeOffset?> _written = [];

    /// <summary>Narrows the table down to the row, and says what else must hold for it to be leased. Given the time by which leases are compared.</summary>
    public required Func<IQueryable<TRow>, DateTimeOffset, IQueryable<TRow>> Wanted { get; init; }

    /// <summary>The column that says until when the lease is held. Null in it: not held.</summary>
    public required Expression<Func<TRow, DateTimeOffset?>> Until { get; init; }

    /// <summary>The columns that say who holds it; all must match for a holder to be the owner. Default: none.</summary>
    public IReadOnlyList<LeaseOwner<TRow>> Owners { get; init; } = [];

    /// <summary>How long it lasts when it is not prolonged: how long others wait after a process has died.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>Told when the lease could not be prolonged or given back; it runs out then. Must not throw.</summary>
    public required Action<Exception> Failed { get; init; }

    /// <summary>Runs before each attempt to take it, in the same unit of work: makes the row, if it may be missing. Default: nothing.</summary>
    public Func<OutboxDbContext, CancellationToken, Task>? Prepare { get; init; }

    /// <summary>When it may be taken although it has not run out. Default: never.</summary>
    public Expression<Func<TRow, bool>>? TakeAlsoWhen { get; init; }

    /// <summary>What else must hold for it to be taken, but not for it to be prolonged or given back. Default: nothing.</summary>
    public Expression<Func<TRow, bool>>? TakeOnlyWhen { get; init; }

    /// <summary>Whether it is compared by the clock of this process, for a column that others compare by theirs. Default: by the database's.</summary>
    public bool ByProcessClock { get; init; }

    /// <summary>Other columns to write, in the statement that takes it; they read the row as it was before. Default: none.</summary>
    public Action<UpdateSettersBuilder<TRow>>? OnTake { get; init; }

    /// <summary>What to write when it is given back. Default: null to <see cref="Until"/>.</summary>
    public Action<UpdateSettersBuilder<TRow>>? OnGiveBack { get; init; }

    /// <summary>Waits for the lease. Dispose of the result to give it back. Null when there is no wanted row, or none any more.</summary>
    public async Task<HeldLease?> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await TryTakeAsync(cancellationToken) is { } held)
            {
                return held;
            }

            if (!await IsWantedAsync(cancellationToken))
            {
                return null;
            }

            await Task.Delay(AskAgainAfter, clock, cancellationToken);
        }
    }

    /// <summary>Takes the lease if it is free. Null when it is not, or when there is no wanted row.</summary>
    public async Task<HeldLease?> TryTakeAsync(CancellationToken cancellationToken)
    {
        var taken = await work.RunAsync(async db =>
        {
            if (Prepare is not null)
            {
                await Prepare(db, cancellationToken);
            }

            var now = await NowAsync(db, cancellationToken);
            var until = After(now, Length);
            _written = [until];
            var free = Wanted(db.Set<TRow>(), now).Where(IsFree(now));
            return await (TakeOnlyWhen is { } only ? free.Where(only) : free).ExecuteUpdateAsync(row => SetTaken(row, until), cancellationToken);
        });
        return taken == 0 ? null : new HeldLease(Length, SetAsync, Failed, clock);
    }

    /// <summary>Begins to prolong a lease that the caller has written by itself, with these <see cref="Owners"/> and for this <see cref="Length"/>.</summary>
    public HeldLease Hold() => Owners.Count > 0
        ? new HeldLease(Length, SetAsync, Failed, clock)
        : throw new InvalidOperationException("Only its owners tell whose it is.");

    private Task<bool> IsWantedAsync(CancellationToken cancellationToken) => work.RunAsync(async db =>
        await Wanted(db.Set<TRow>(), await NowAsync(db, cancellationToken)).AnyAsync(cancellationToken));

    private Task<DateTimeOffset> NowAsync(OutboxDbContext db, CancellationToken cancellationToken) =>
        ByProcessClock ? Task.FromResult(clock.GetUtcNow()) : db.NowAsync(clock, cancellationToken);

    private Task SetAsync(TimeSpan? length) => length is { } prolonged ? ProlongAsync(prolonged) : GiveBackAsync();

    private Task ProlongAsync(TimeSpan length) => work.RunAsync(async db =>
    {
        var now = await NowAsync(db, CancellationToken.None);
        DateTimeOffset? until = After(now, length);
        var ours = IsOurs();
        _written = [.. _written, until]; // before the write: its answer may be lost
        if (await Wanted(db.Set<TRow>(), now).Where(ours).ExecuteUpdateAsync(row => row.SetProperty(Until, until), CancellationToken.None) > 0)
        {
            _written = [until];
        }
    });

    private Task GiveBackAsync() => work.RunAsync(async db =>
    {
        var now = await NowAsync(db, CancellationToken.None);
        await Wanted(db.Set<TRow>(), now).Where(IsOurs()).ExecuteUpdateAsync(
            OnGiveBack ?? (row => row.SetProperty(Until, (DateTimeOffset?)null)), CancellationToken.None);
    });

    private void SetTaken(UpdateSettersBuilder<TRow> row, DateTimeOffset? until)
    {
        row.SetProperty(Until, until);
        foreach (var owner in Owners)
        {
            row.SetProperty(owner.Column, (Guid?)owner.Value);
        }

        OnTake?.Invoke(row);
    }

    private Expression<Func<TRow, bool>> IsFree(DateTimeOffset now)
    {
        var isFree = On(Until, until => until == null || until <= now);
        return TakeAlsoWhen is { } also
            ? Expression.Lambda<Func<TRow, bool>>(Expression.OrElse(isFree.Body, With(also, isFree.Parameters[0])), isFree.Parameters)
            : isFree;
    }

    private Expression<Func<TRow, bool>> IsOurs()
    {
        if (Owners.Count == 0)
        {
            var written = _written;
            return On(Until, until => written.Contains(until));
        }

        var row = Expression.Parameter(typeof(TRow), "row");
        return Expression.Lambda<Func<TRow, bool>>(
            Owners.Select(owner =>
            {
                Guid? value = owner.Value;
                return With(On(owner.Column, column => column == value), row);
            }).Aggregate(Expression.AndAlso),
            row);
    }

    // PostgreSQL keeps microseconds; what is written must be what is read.
    private static DateTimeOffset After(DateTimeOffset now, TimeSpan length)
    {
        var until = now + length;
        return until.AddTicks(-(until.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private static Expression<Func<TRow, bool>> On<T>(Expression<Func<TRow, T>> column, Expression<Func<T, bool>> test) =>
        Expression.Lambda<Func<TRow, bool>>(With(test, column.Body), column.Parameters);

    private static Expression With<TIn, TOut>(Expression<Func<TIn, TOut>> function, Expression argument) =>
        new Replacing(function.Parameters[0], argument).Visit(function.Body)!;

    private sealed class Replacing(Expression what, Expression by) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == what ? by : base.Visit(node);
    }
}

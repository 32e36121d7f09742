using FitTrack.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace GarminSync.Outbox;

/// <summary>
/// A database with the tables of the inbox and the outbox, and those of the application, which derives its context from this one. One instance is one unit of work,
/// with at most one transaction at a time.
/// </summary>
public abstract class OutboxDbContext : DbContext
{
    private bool _holdsGate;

    /// <param name="options">As <see cref="OutboxRegistration.AddStateStore{TDb}"/> makes them for the derived context.</param>
    protected OutboxDbContext(DbContextOptions options)
        : base(options)
    {
    }

    internal DbSet<InboxRow> Inbox => Set<InboxRow>();

    internal DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    /// <summary>Whether it is SQLite; else it is PostgreSQL.</summary>
    public bool IsSqlite => Database.IsSqlite();

    /// <summary>
    /// The time by which leases are compared, in UTC. On PostgreSQL it is the database's, because the clocks of the processes differ. On SQLite there is only one
    /// process, and it is <paramref name="clock"/>'s.
    /// </summary>
    public async Task<DateTimeOffset> NowAsync(TimeProvider clock, CancellationToken cancellationToken) => IsSqlite
        ? clock.GetUtcNow()
        : new DateTimeOffset(await Database.SqlQuery<DateTime>($"SELECT clock_timestamp() AS \"Value\"").SingleAsync(cancellationToken));

    /// <summary>
    /// Starts the transaction of this unit of work, if it has not started yet. On SQLite it takes the write lock of the whole database: do nothing slow after it.
    /// In a consumer the outbox commits it; elsewhere <see cref="StateOutbox.CommitAsync"/> or <see cref="CommitAsync"/> does. A context that is disposed of before
    /// that rolls back.
    /// </summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is not null)
        {
            return;
        }

        if (IsSqlite)
        {
            await Gate.EnterAsync(cancellationToken);
            _holdsGate = true;
        }

        // A failed unit of work is rolled back as a whole, so the savepoint around each SaveChanges is a round trip for nothing.
        Database.AutoSavepointsEnabled = false;
        try
        {
            await Database.BeginTransactionAsync(cancellationToken); // BEGIN IMMEDIATE on SQLite
        }
        catch
        {
            LeaveGate();
            throw;
        }
    }

    /// <summary>Saves what is tracked and commits the transaction that <see cref="BeginAsync"/> started.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await SaveChangesAsync(cancellationToken);
        await Database.CommitTransactionAsync(cancellationToken);
        LeaveGate();
    }

    /// <summary>
    /// Forgets messages that are committed and not yet with the broker, when they say something of somebody: they have a member of that name with that value. Answers to
    /// requests stay.
    /// </summary>
    /// <param name="member">The member's name, in camelCase.</param>
    /// <param name="value">Its value as JSON.</param>
    /// <param name="kept">Types of messages that stay, as urns.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were forgotten.</returns>
    public Task<int> ForgetUndeliveredAsync(string member, string value, IReadOnlyCollection<string> kept, CancellationToken cancellationToken)
    {
        var (spaced, dense) = ($"\"{member}\": {value}", $"\"{member}\":{value}");
        return Outbox.Where(row => row.RequestId == null && !kept.Contains(row.MessageType) && (row.Body.Contains(spaced) || row.Body.Contains(dense)))
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Undoes the transaction, if there is one, and forgets what is tracked.</summary>
    public async Task RollbackAsync()
    {
        try
        {
            ChangeTracker.Clear();
            if (Database.CurrentTransaction is { } transaction)
            {
                await transaction.DisposeAsync();
            }
        }
        finally
        {
            LeaveGate();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        // Afterwards the context may be in the pool, and somebody else's already.
        var gate = TakeGate();
        base.Dispose();
        gate?.Leave();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        var gate = TakeGate();
        await base.DisposeAsync();
        gate?.Leave();
        GC.SuppressFinalize(this);
    }

    /// <summary>Adds the tables of the inbox and the outbox, and names all columns <c>like_this</c>. To be called by an override after it has added its own tables.</summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new InboxRowConfiguration());
        modelBuilder.ApplyConfiguration(new OutboxRowConfiguration());
        SnakeCaseNames.Apply(modelBuilder);
    }

    /// <summary>Stores times as UTC; see <see cref="UtcTimes"/>.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => UtcTimes.Apply(configurationBuilder);

    // The process's one gate. Not by the constructor: a context that is pooled may have nothing there but its options.
    private SqliteWriteGate Gate => this.GetService<SqliteWriteGate>();

    private void LeaveGate() => TakeGate()?.Leave();

    /// <summary>The gate, if this context holds it; to be left by the caller.</summary>
    private SqliteWriteGate? TakeGate()
    {
        var gate = _holdsGate ? Gate : null;
        _holdsGate = false;
        return gate;
    }
}

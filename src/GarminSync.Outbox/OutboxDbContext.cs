using FitTrack.Databases;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Outbox;

/// <summary>
/// A database with the tables of the inbox and the outbox in it, and those of whoever derives from it. One instance is one unit of work, with at
/// most one transaction at a time.
/// </summary>
internal abstract class OutboxDbContext : DbContext
{
    private readonly SqliteWriteGate _gate;
    private bool _holdsGate;

    protected OutboxDbContext(DbContextOptions options, SqliteWriteGate gate)
        : base(options)
    {
        _gate = gate;
    }

    public DbSet<InboxRow> Inbox => Set<InboxRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public bool IsSqlite => Database.IsSqlite();

    /// <summary>
    /// The time by which leases are compared: the database's, because the clocks of several processes differ; that of the only process on SQLite.
    /// </summary>
    public async Task<DateTimeOffset> NowAsync(TimeProvider clock, CancellationToken cancellationToken) => IsSqlite
        ? clock.GetUtcNow()
        : new DateTimeOffset(await Database.SqlQuery<DateTime>($"SELECT clock_timestamp() AS \"Value\"").SingleAsync(cancellationToken));

    /// <summary>
    /// Starts the transaction of this unit of work, if it has not started yet. On SQLite it is the write lock of the whole database: do nothing
    /// slow after it. In a consumer the outbox commits it; elsewhere <see cref="StateOutbox.CommitAsync"/> or <see cref="CommitAsync"/> does.
    /// Disposing the context without that rolls back.
    /// </summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is not null)
        {
            return;
        }

        if (IsSqlite)
        {
            await _gate.EnterAsync(cancellationToken);
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

    public override void Dispose()
    {
        base.Dispose();
        LeaveGate();
        GC.SuppressFinalize(this);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        LeaveGate();
        GC.SuppressFinalize(this);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new InboxRowConfiguration());
        modelBuilder.ApplyConfiguration(new OutboxRowConfiguration());
        SnakeCaseNames.Apply(modelBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => UtcTimes.Apply(configurationBuilder);

    private void LeaveGate()
    {
        if (_holdsGate)
        {
            _holdsGate = false;
            _gate.Leave();
        }
    }
}

using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.State;

/// <summary>The state store. Each capability keeps the configuration of its tables in its own folder; all migrations are in this one.</summary>
internal sealed class StateDb(DbContextOptions<StateDb> options, SqliteWriteGate gate) : OutboxDbContext(options, gate)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(StateDb).Assembly);
        base.OnModelCreating(modelBuilder);
    }
}

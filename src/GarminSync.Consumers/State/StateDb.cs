using GarminSync.Outbox;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.State;

/// <summary>The state store. The configuration of each table is in the folder of its capability; all migrations are in <c>State/Migrations</c>.</summary>
internal sealed class StateDb(DbContextOptions<StateDb> options) : OutboxDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(StateDb).Assembly);
        base.OnModelCreating(modelBuilder);
    }
}

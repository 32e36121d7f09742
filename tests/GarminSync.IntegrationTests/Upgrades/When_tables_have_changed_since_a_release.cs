using FitTrack.Databases;
using GarminSync.IntegrationTests.Snapshots;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests.Upgrades;

/// <summary>What was recorded of the last release, beside the tables of today: both versions work on them at the same time during an upgrade.</summary>
public sealed class When_tables_have_changed_since_a_release(RabbitMqBroker broker, PostgreSqlServer postgres)
{
    private static readonly string[] Before = ["column job.id uuid not null", "column job.note text", "column job.at text not null", "index job: CREATE UNIQUE INDEX pk_job ON job (id)"];

    [Theory]
    [InlineData(DatabaseProvider.PostgreSql)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task It_can_still_work_on_them(DatabaseProvider provider)
    {
        var folder = Directory.CreateTempSubdirectory("garminsync-").FullName;
        var databases = await RestoredDatabases.CreateAsync(new Remains(Remains.Releases.Last(), provider), await broker.CreateVirtualHostAsync(), postgres);
        await databases.LoadAsync(folder);
        var (state, central) = await databases.SchemasAsync();
        var kind = provider.ToString().ToLowerInvariant();

        SchemaExpansion.Faults(state, Snapshot.LinesOf($"state-store.{kind}.txt")).ShouldBeEmpty();
        SchemaExpansion.Faults(central, Snapshot.LinesOf($"centraldb.{kind}.txt")).ShouldBeEmpty();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("column job.note text", null, "job.note is gone")]
    [InlineData("column job.at text not null", "column job.at bigint not null", "job.at was text and is bigint")]
    [InlineData("column job.note text", "column job.note text not null default ''::text", "job.note could be null")]
    [InlineData(null, "column job.added integer not null", "job.added is new")]
    [InlineData(null, "index job: CREATE UNIQUE INDEX ux_job_at ON job (at)", "job.ux_job_at is a new uniqueness")]
    [InlineData(null, "index job.ux_job_at unique (at BINARY)", "job.ux_job_at is a new uniqueness")]
    public void A_change_with_which_it_could_not_is_found(string? gone, string? added, string fault) =>
        SchemaExpansion.Faults(Before, [.. Before.Where(line => line != gone), .. new[] { added }.OfType<string>()]).ShouldHaveSingleItem().ShouldContain(fault);

    [Theory]
    [InlineData("column job.added integer not null default 0")]
    [InlineData("column job.added integer")]
    [InlineData("column job.seq bigint not null identity ALWAYS")]
    [InlineData("column other.id uuid not null")]
    [InlineData("index other: CREATE UNIQUE INDEX pk_other ON other (id)")]
    [InlineData("index job: CREATE INDEX ix_job_at ON job (at)")]
    public void What_only_adds_is_none(string added) => SchemaExpansion.Faults(Before, [.. Before, added]).ShouldBeEmpty();
}

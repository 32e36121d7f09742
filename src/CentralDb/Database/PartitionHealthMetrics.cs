using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FitTrack.CentralDb.Database;

/// <summary>
/// Cuts the values into partitions of a year each, on PostgreSQL. The table that was there becomes the partition of what came before, as it is: no row of it is written anew,
/// but those of the years to come, which are few and odd. If <see cref="HealthMetrics.Partitions.PartitionsAhead"/> has looked at the rows before, nothing reads them here, where the table is locked.
/// </summary>
/// <remarks>Decision 45 says why a year, and why the statement of older versions is refused that finds rows by their place.</remarks>
[DbContext(typeof(CentralDbContext))]
[Migration("20261128030600_PartitionHealthMetrics")]
internal sealed class PartitionHealthMetrics : Migration
{
    /// <summary>Says that all rows lie before the years to come.</summary>
    public const string Check = "ck_health_metrics_past";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        if (ActiveProvider?.Contains("Sqlite", StringComparison.Ordinal) == true)
        {
            return;
        }

        migrationBuilder.Sql($$"""
            DO $partitions$
            DECLARE
                this_year int := extract(year FROM now() AT TIME ZONE 'UTC');
                first_year int := this_year + 1;
                first_day timestamptz;
                given record;
            BEGIN
                -- Where there is nothing yet, the last years have partitions of their own too.
                IF NOT EXISTS (SELECT FROM health_metrics) THEN
                    first_year := this_year - 5;
                END IF;
                first_day := make_timestamptz(first_year, 1, 1, 0, 0, 0, 'UTC');

                ALTER TABLE health_metrics RENAME TO health_metrics_past;
                ALTER INDEX pk_health_metrics RENAME TO pk_health_metrics_past;
                ALTER INDEX ix_health_metrics_at RENAME TO ix_health_metrics_past_at;

                CREATE TABLE health_metrics (LIKE health_metrics_past) PARTITION BY RANGE (at);
                ALTER TABLE health_metrics ADD CONSTRAINT pk_health_metrics PRIMARY KEY (user_id, metric_type, at, daily);
                CREATE INDEX ix_health_metrics_at ON health_metrics (user_id, at);
                ALTER TABLE health_metrics ADD CONSTRAINT fk_health_metrics_users FOREIGN KEY (user_id) REFERENCES users (id);

                -- Who might read the table, such as Grafana's role, still may.
                FOR given IN SELECT (aclexplode(relacl)).* FROM pg_class WHERE oid = 'health_metrics_past'::regclass LOOP
                    EXECUTE format('GRANT %s ON health_metrics TO %s', given.privilege_type, CASE given.grantee WHEN 0 THEN 'PUBLIC' ELSE given.grantee::regrole::text END);
                END LOOP;

                CREATE TABLE health_metrics_other PARTITION OF health_metrics DEFAULT;
                FOR year IN first_year .. this_year + 1 LOOP
                    EXECUTE format('CREATE TABLE health_metrics_%s PARTITION OF health_metrics FOR VALUES FROM (%L) TO (%L)',
                        year, make_timestamptz(year, 1, 1, 0, 0, 0, 'UTC'), make_timestamptz(year + 1, 1, 1, 0, 0, 0, 'UTC'));
                END LOOP;

                -- With the check, which was made before, this is known to find nothing, and reads nothing.
                SET LOCAL constraint_exclusion = on;
                EXECUTE format('WITH odd AS (DELETE FROM health_metrics_past WHERE at >= %L::timestamptz RETURNING *) INSERT INTO health_metrics SELECT * FROM odd', first_day);
                IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'health_metrics_past'::regclass AND conname = '{{Check}}' AND convalidated) THEN
                    ALTER TABLE health_metrics_past DROP CONSTRAINT IF EXISTS {{Check}};
                    EXECUTE format('ALTER TABLE health_metrics_past ADD CONSTRAINT {{Check}} CHECK (at < %L::timestamptz)', first_day);
                END IF;
                EXECUTE format('ALTER TABLE health_metrics ATTACH PARTITION health_metrics_past FOR VALUES FROM (MINVALUE) TO (%L)', first_day);
                ALTER TABLE health_metrics_past DROP CONSTRAINT {{Check}};
            END
            $partitions$;

            CREATE FUNCTION health_metrics_refuse_places() RETURNS trigger LANGUAGE plpgsql AS $refuse$
            BEGIN
                IF current_query() LIKE 'DELETE FROM health\_metrics WHERE ctid IN%' THEN
                    RAISE EXCEPTION 'this CentralDB is older than its database, and would delete rows of others: stop it';
                END IF;
                RETURN NULL;
            END
            $refuse$;
            CREATE TRIGGER health_metrics_refuse_places BEFORE DELETE ON health_metrics FOR EACH STATEMENT EXECUTE FUNCTION health_metrics_refuse_places();
            """);
    }
}

using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace GarminSync.Consumers.State.Migrations;

[DbContext(typeof(StateDb))]
[Migration("20261127001500_CompleteMetricDays")]
internal sealed class CompleteMetricDays : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("in_part", "synced_metric_day", nullable: false, defaultValue: false);
        migrationBuilder.CreateIndex("ix_synced_metric_day_user_id_day", "synced_metric_day", ["user_id", "day"], filter: "in_part");
    }
}

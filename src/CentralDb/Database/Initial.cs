using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FitTrack.CentralDb.Database;

[DbContext(typeof(CentralDbContext))]
[Migration("20261122000000_Initial")]
internal sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Users(migrationBuilder);
        Accounts(migrationBuilder);
        Activities(migrationBuilder);
        HealthMetrics(migrationBuilder);
        WorkoutPlans(migrationBuilder);
    }

    private static void Users(MigrationBuilder migrations)
    {
        migrations.CreateTable("users", table => new
        {
            id = table.Column<Guid>(),
            name = table.Column<string>(nullable: true),
            email = table.Column<string>(),
            email_key = table.Column<string>(),
            created_at = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("pk_users", row => row.id));
        migrations.CreateIndex("ux_users_email_key", "users", "email_key", unique: true);
    }

    private static void Accounts(MigrationBuilder migrations)
    {
        migrations.CreateTable("garmin_credentials", table => new
        {
            user_id = table.Column<Guid>(),
            garmin_username = table.Column<string>(nullable: true),
            garmin_password_plaintext = table.Column<string>(nullable: true),
            access_token = table.Column<string>(nullable: true),
            access_token_secret = table.Column<string>(nullable: true),
            token_expiration_date = table.Column<DateTime>(nullable: true),
            created_at = table.Column<DateTime>(),
            updated_at = table.Column<DateTime>(),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_garmin_credentials", row => row.user_id);
            table.ForeignKey("fk_garmin_credentials_users", row => row.user_id, "users", "id");
        });
        migrations.CreateTable("tokens", table => new
        {
            user_id = table.Column<Guid>(),
            hash = table.Column<string>(),
            created = table.Column<DateTime>(),
            expires = table.Column<DateTime>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_tokens", row => row.user_id);
            table.ForeignKey("fk_tokens_users", row => row.user_id, "users", "id");
        });
    }

    private static void Activities(MigrationBuilder migrations)
    {
        migrations.CreateTable("activities", table => new
        {
            id = table.Column<Guid>(),
            user_id = table.Column<Guid>(),
            garmin_activity_id = table.Column<long>(),
            name = table.Column<string>(nullable: true),
            activity_type = table.Column<string>(nullable: true),
            start_time = table.Column<DateTime>(nullable: true),
            duration_seconds = table.Column<double>(nullable: true),
            distance_meters = table.Column<double>(nullable: true),
            elevation_gain_meters = table.Column<double>(nullable: true),
            calories = table.Column<double>(nullable: true),
            average_heart_rate = table.Column<double>(nullable: true),
            max_heart_rate = table.Column<double>(nullable: true),
            file_format = table.Column<string>(),
            sha256 = table.Column<string>(nullable: true),
            revision = table.Column<long>(),
            raw_summary = table.Column<string>(nullable: true),
            file_path = table.Column<string>(nullable: true),
            file_size = table.Column<long>(),
            created_at = table.Column<DateTime>(),
            updated_at = table.Column<DateTime>(),
            version = table.Column<int>(),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_activities", row => row.id);
            table.ForeignKey("fk_activities_users", row => row.user_id, "users", "id");
        });
        migrations.CreateIndex("ux_activities_natural_key", "activities", ["user_id", "garmin_activity_id", "file_format"], unique: true);
        migrations.CreateIndex("ix_activities_start_time", "activities", ["user_id", "start_time"]);
        migrations.CreateIndex("ix_activities_file_path", "activities", "file_path");
    }

    private static void HealthMetrics(MigrationBuilder migrations)
    {
        migrations.CreateTable("health_metrics", table => new
        {
            user_id = table.Column<Guid>(),
            metric_type = table.Column<string>(),
            at = table.Column<DateTime>(),
            daily = table.Column<bool>(),
            value = table.Column<double>(),
            unit = table.Column<string>(nullable: true),
            details = table.Column<string>(nullable: true),
            source = table.Column<string>(nullable: true),
            created_at = table.Column<DateTime>(),
            updated_at = table.Column<DateTime>(),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_health_metrics", row => new { row.user_id, row.metric_type, row.at, row.daily });
            table.ForeignKey("fk_health_metrics_users", row => row.user_id, "users", "id");
        });
        migrations.CreateIndex("ix_health_metrics_at", "health_metrics", ["user_id", "at"]);
    }

    private static void WorkoutPlans(MigrationBuilder migrations)
    {
        migrations.CreateTable("workout_plans", table => new
        {
            id = table.Column<string>(),
            user_id = table.Column<Guid>(),
            name = table.Column<string>(),
            description = table.Column<string>(nullable: true),
            sport = table.Column<string>(),
            steps = table.Column<string>(),
            created_at = table.Column<DateTime>(),
            updated_at = table.Column<DateTime>(),
        }, constraints: table =>
        {
            table.PrimaryKey("pk_workout_plans", row => row.id);
            table.ForeignKey("fk_workout_plans_users", row => row.user_id, "users", "id");
        });
        migrations.CreateIndex("ix_workout_plans_user", "workout_plans", ["user_id", "created_at"]);
    }
}

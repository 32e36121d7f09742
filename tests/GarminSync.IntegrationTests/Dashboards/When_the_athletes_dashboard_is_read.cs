using System.Diagnostics;
using GarminConnect.Simulator;
using GarminSync.IntegrationTests.Processes;
using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Npgsql;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests.Dashboards;

/// <summary>Grafana itself cannot be had here: what is shown is that each query answers what its panel draws, by the role that Grafana has.</summary>
public sealed class When_the_athletes_dashboard_is_read(RabbitMqBroker broker, PostgreSqlServer postgres)
{
    private static readonly string Folder = Path.Combine(ServiceProgram.Checkout, "deploy", "grafana");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_panel_shows_what_was_synced_to_a_role_that_sees_no_secret()
    {
        string[] dashboards = [.. new[] { "athlete.json", "account.json" }.Select(name => Path.Combine(Folder, "dashboards", name))];
        var database = await postgres.CreateDatabaseAsync(Token);
        await using var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 20 });
        await using var system = await DeployedSystem.StartAsync(broker, new Dictionary<string, string?>(DeployedSystem.Settings(garmin), StringComparer.Ordinal)
        {
            ["CentralDbServer:Provider"] = "PostgreSql",
            ["CentralDbServer:ConnectionString"] = database,
        });
        var user = await system.Api.LinkAsync();
        await SyncAsync(system, "api/garmin/sync");
        var role = await MakeReaderAsync(database);

        await using var grafana = new NpgsqlConnection(role);
        await grafana.OpenAsync(Token);
        foreach (var dashboard in dashboards)
        {
            (await ReadAsync(grafana, DashboardPanel.QueryOfVariable(dashboard, "athlete"))).ShouldHaveSingleItem()["__value"].ShouldBe(user);
        }

        var now = TimeProvider.System.GetUtcNow();
        foreach (var panel in dashboards.SelectMany(DashboardPanel.Read))
        {
            var rows = await ReadAsync(grafana, panel.For(user, now.AddDays(-90), now));

            rows.ShouldNotBeEmpty($"{panel.Title} shows nothing");
            rows.ShouldAllBe(row => row["time"] is DateTime, panel.Title);
            if (panel.Format == "time_series")
            {
                rows.ShouldAllBe(row => row["value"] is double && row["metric"] is string, panel.Title);
            }
        }

        foreach (var table in new[] { "garmin_credentials", "tokens" })
        {
            (await Should.ThrowAsync<PostgresException>(ReadAsync(grafana, $"SELECT * FROM {table}"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }

        (await Should.ThrowAsync<PostgresException>(ReadAsync(grafana, "SELECT email FROM users"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    // Twice, as a deployment that is started again does.
    private static async Task<string> MakeReaderAsync(string database)
    {
        var admin = new NpgsqlConnectionStringBuilder(database);
        for (var run = 0; run < 2; run++)
        {
            var start = new ProcessStartInfo("psql",
            [
                "--host", admin.Host!, "--port", $"{admin.Port}", "--username", admin.Username!, "--dbname", admin.Database!, "--quiet", "--no-psqlrc", "--set", "ON_ERROR_STOP=1",
                "--set", "password=reader", "--file", Path.Combine(Folder, "reader.sql"),
            ])
            { RedirectStandardError = true, UseShellExecute = false };
            start.Environment["PGPASSWORD"] = admin.Password ?? "";
            using var psql = Process.Start(start)!;
            var errors = await psql.StandardError.ReadToEndAsync(Token);
            await psql.WaitForExitAsync(Token);
            psql.ExitCode.ShouldBe(0, errors);
        }

        return new NpgsqlConnectionStringBuilder(database) { Username = "grafana", Password = "reader", Pooling = false }.ToString();
    }

    private static async Task<List<Dictionary<string, object?>>> ReadAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Token);
        var rows = new List<Dictionary<string, object?>>();
        while (await reader.ReadAsync(Token))
        {
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, field => reader.IsDBNull(field) ? null : (object?)reader.GetValue(field), StringComparer.Ordinal));
        }

        return rows;
    }

    private static async Task SyncAsync(DeployedSystem system, string path)
    {
        using var accepted = await system.Api.PostAsync(new Uri(path, UriKind.Relative), content: null, Token);
        accepted.EnsureSuccessStatusCode();
        (await system.Api.EndOfJobAsync(accepted.Headers.Location!)).GetProperty("state").GetString().ShouldBe("completed");
    }
}

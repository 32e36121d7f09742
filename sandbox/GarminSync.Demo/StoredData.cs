using System.Globalization;
using Spectre.Console;

namespace GarminSync.Demo;

/// <summary>Shows what CentralDB has of a user.</summary>
internal sealed class StoredData(HttpClient centralDb, string userId, TimeProvider clock)
{
    // Short labels: the names would be cut in a terminal of 80 columns.
    private static readonly (string Label, string Type)[] Metrics =
    [
        ("Steps", "steps"), ("Rest HR", "resting_heart_rate"), ("Sleep", "sleep_score"), ("HRV", "hrv_last_night_average"),
        ("Battery max", "body_battery_highest"), ("Ready", "training_readiness"),
    ];

    public async Task ShowActivitiesAsync(CancellationToken cancellationToken)
    {
        var newest = await centralDb.GetAsync(new Uri($"/activities/{userId}?limit=5", UriKind.Relative), cancellationToken).EnsureAsync(cancellationToken);

        var table = new Table().Title("The newest activities in CentralDB");
        table.AddColumn("Start (UTC)", column => column.NoWrap()).AddColumn("Type", column => column.NoWrap()).AddColumns("Name", "km", "min", "File", "kB");
        foreach (var activity in newest["items"]?.AsArray() ?? [])
        {
            table.AddRow(new[]
            {
                $"{activity!["start_time"]?.GetValue<DateTimeOffset>():yyyy-MM-dd HH:mm}",
                $"{activity["activity_type"]}",
                $"{activity["name"]}",
                $"{activity["distance_meters"]?.GetValue<double>() / 1000:0.0}",
                $"{activity["duration_seconds"]?.GetValue<double>() / 60:0}",
                $"{activity["file_format"]}",
                $"{activity["file_size"]?.GetValue<long>() / 1000.0:0}",
            }.Select(Markup.Escape).ToArray());
        }

        AnsiConsole.Write(table);
    }

    public async Task ShowHealthAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().AddDays(-5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var stored = await centralDb.GetAsync(
            new Uri($"/health_metrics?user_id={userId}&from={since}&limit=10000", UriKind.Relative), cancellationToken).EnsureAsync(cancellationToken);

        var table = new Table().Title("The last days' health metrics in CentralDB").AddColumns(["Day", .. Metrics.Select(metric => metric.Label)]);
        foreach (var day in stored["items"]!.AsArray().Where(metric => metric!["date"] is not null).GroupBy(metric => $"{metric!["date"]}", StringComparer.Ordinal).Reverse())
        {
            table.AddRow([day.Key, .. Metrics.Select(shown => Markup.Escape($"{day.FirstOrDefault(metric => $"{metric!["metric_type"]}" == shown.Type)?["value"]}"))]);
        }

        AnsiConsole.Write(table);
    }
}

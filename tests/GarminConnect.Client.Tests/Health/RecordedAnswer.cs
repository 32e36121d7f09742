namespace GarminConnect.Client.Tests.Health;

/// <summary>A recording with values, and the endpoint that it is of.</summary>
internal sealed record RecordedAnswer(string Name, string Endpoint, string From, string To)
{
    public static IReadOnlyList<RecordedAnswer> All { get; } =
    [
        new("data-daily-summary-get-2", "daily_summary_day", "2025-06-14", "2025-06-14"),
        new("go-garmin-wellness-wellness-bodybattery-events-2026-01-27", "body_battery_events_day", "2026-01-27", "2026-01-27"),
        new("openetl-wellness-wellness-bodybattery-reports-daily", "body_battery_range", "2025-08-07", "2025-08-07"),
        new("openetl-wellness-wellness-dailysummarychart-test-athlete", "steps_chart", "2025-08-07", "2025-08-07"),
        new("data-daily-sleep-data-get-0", "sleep_day", "2025-07-07", "2025-07-07"),
        new("data-hrv-data-get-0", "hrv_day", "2023-07-20", "2023-07-20"),
        new("data-morning-training-readiness-data-get-0", "training_readiness_day", "2025-07-07", "2025-07-07"),
        new("stats-daily-training-status-0", "training_status_latest", "2025-06-11", "2025-06-11"),
        new("data-garmin-scores-data-get-2", "hill_score_day", "2025-07-07", "2025-07-07"),
        new("data-garmin-scores-data-get-3", "endurance_score_day", "2025-07-07", "2025-07-07"),
        new("stats-daily-steps-0", "steps_range", "2023-07-01", "2023-07-20"),
        new("stats-daily-stress-0", "stress_range", "2023-07-01", "2023-07-20"),
        new("stats-daily-hrv-0", "hrv_range", "2023-07-01", "2023-07-20"),
        new("data-weight-data-list-0", "weight_range", "2025-06-01", "2025-06-15"),
    ];
}

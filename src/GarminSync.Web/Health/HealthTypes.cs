namespace GarminSync.Web.Health;

/// <summary>The values that the page draws, by the names of <c>GET /api/garmin/metrics</c>.</summary>
internal static class HealthTypes
{
    /// <summary>As many as one call takes.</summary>
    public const int MostInACall = 20;

    /// <summary>Its values are the numbers of words.</summary>
    public const string Status = "training_status";

    /// <summary>With a value a day. All calls about months and years are about these, because CentralDB can answer them without reading curves.</summary>
    public static readonly IReadOnlyList<string> OfDays =
    [
        "steps", "step_goal",
        "sleep_duration", "deep_sleep", "light_sleep", "rem_sleep", "awake_sleep", "sleep_score",
        "resting_heart_rate", "hrv_last_night_average", "hrv_weekly_average", "hrv_baseline_balanced_low", "hrv_baseline_balanced_upper",
        "average_stress", "body_battery_highest", "body_battery_lowest",
        "average_spo2", "lowest_spo2", "average_waking_respiration",
        "training_readiness",
        "weight", "body_fat", "body_water", "muscle_mass",
        "training_status", "acute_training_load", "min_chronic_training_load", "max_chronic_training_load",
        "vo2_max", "vo2_max_cycling",
        "race_prediction_5k", "race_prediction_10k", "race_prediction_half_marathon", "race_prediction_marathon",
    ];

    /// <summary>Curves through a day.</summary>
    public static readonly IReadOnlyList<string> Intraday = ["heart_rate", "stress", "body_battery", "respiration", "spo2", "hourly_spo2", "interval_steps"];

    /// <summary>The figures of the cards.</summary>
    public static readonly IReadOnlyList<string> Figures =
    [
        "steps", "sleep_duration", "sleep_score", "resting_heart_rate", "hrv_last_night_average", "average_stress", "body_battery_highest",
        "average_spo2", "average_waking_respiration", "weight", "training_readiness", "training_status", "vo2_max", "race_prediction_5k", "race_prediction_marathon",
    ];
}

using System.Globalization;
using GarminSync.Web.Shown;

namespace GarminSync.Web.Health;

/// <summary>Writes values as people read them, with their units.</summary>
internal static class HealthNumbers
{
    /// <summary>A value with its unit.</summary>
    public static string Text(string type, double value) => type switch
    {
        "steps" or "step_goal" or "interval_steps" => value.ToString("#,0", CultureInfo.InvariantCulture),
        "sleep_duration" or "deep_sleep" or "light_sleep" or "rem_sleep" or "awake_sleep" => Hours(value),
        "resting_heart_rate" or "heart_rate" => $"{Whole(value)} bpm",
        "hrv_last_night_average" or "hrv_weekly_average" or "hrv_baseline_balanced_low" or "hrv_baseline_balanced_upper" => $"{Whole(value)} ms",
        "average_spo2" or "lowest_spo2" or "spo2" or "hourly_spo2" => $"{Whole(value)} %",
        "average_waking_respiration" or "respiration" => $"{Tenth(value)} breaths/min",
        "weight" or "muscle_mass" => $"{Tenth(value)} kg",
        "body_fat" or "body_water" => $"{Tenth(value)} %",
        "vo2_max" or "vo2_max_cycling" => $"{Tenth(value)} ml/kg/min",
        "training_status" => Status(value),
        _ when type.StartsWith("race_prediction_", StringComparison.Ordinal) => Clock(value),
        _ => Whole(value),
    };

    /// <summary><c>7 h 05 min</c>, of seconds.</summary>
    public static string Hours(double seconds)
    {
        var minutes = (int)Math.Round(seconds / 60);
        return minutes < 60 ? $"{minutes} min" : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60} h {minutes % 60:00} min");
    }

    /// <summary>The time of a race, <c>3:25:10</c> or <c>21:40</c>.</summary>
    public static string Clock(double seconds) => Figures.Duration(seconds);

    /// <summary>Garmin's number for the status of training, in words.</summary>
    public static string Status(double value) => (int)Math.Round(value) switch
    {
        0 => Texts.Health_StatusNone,
        1 => Texts.Health_StatusDetraining,
        2 => Texts.Health_StatusUnproductive,
        4 => Texts.Health_StatusMaintaining,
        5 => Texts.Health_StatusRecovery,
        6 => Texts.Health_StatusPeaking,
        7 => Texts.Health_StatusProductive,
        8 => Texts.Health_StatusStrained,
        var other => other.ToString(CultureInfo.InvariantCulture),
    };

    private static string Whole(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Tenth(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

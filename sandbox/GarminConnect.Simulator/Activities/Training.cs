namespace GarminConnect.Simulator.Activities;

/// <summary>A rough guess at the training effect of an effort, so that rows differ.</summary>
internal sealed record Training(double Aerobic, double Load, string Label, string Message)
{
    public static Training Of(Effort totals)
    {
        var load = Math.Round(totals.TimerSeconds / 60 * totals.AverageHeartRate / 100, 3);
        var aerobic = Math.Round(Math.Min(load / 25, 5), 1);
        return aerobic switch
        {
            < 2 => new Training(aerobic, load, "RECOVERY", "RECOVERY_5"),
            < 3 => new Training(aerobic, load, "AEROBIC_BASE", "MAINTAINING_AEROBIC_BASE_7"),
            _ => new Training(aerobic, load, "TEMPO", "IMPROVING_AEROBIC_BASE_8"),
        };
    }
}

namespace GarminConnect.Simulator.Health;

/// <summary>Days that were asked for, both ends included.</summary>
internal sealed class HealthRange(HealthHistory history, DateOnly from, DateOnly to)
{
    // Longer than any account; keeps an absurd range from taking the simulator's memory.
    private const int MostDays = 40_000;

    public DateOnly From => from;

    public DateOnly To => to;

    /// <summary>Without those before the history and after today, of which there is nothing to say.</summary>
    public IReadOnlyList<HealthDay> Days => field ??= First > Last ? [] : [.. history.Days(First, Last)];

    /// <summary>Those on which the watch measured something.</summary>
    public IEnumerable<HealthDay> Measured => Days.Where(day => day.Measured);

    private DateOnly First => from < history.FirstDay ? history.FirstDay : from;

    private DateOnly Last => to > history.Today ? history.Today : to;

    /// <summary>Why Garmin does not answer; null when it does.</summary>
    public string? Mistake(int? cap)
    {
        var days = to.DayNumber - from.DayNumber + 1;
        return days < 1 ? "The end date is before the start date"
            : days > (cap ?? MostDays) ? $"The date range must not exceed {cap ?? MostDays} days"
            : null;
    }
}

namespace GarminConnect.Client;

/// <summary>Which activities a listing is about, by what the rows say of themselves: Garmin may have ignored the days that it was asked for.</summary>
/// <param name="From">The first day, by the athlete's clock; null: the first there is.</param>
/// <param name="To">The last day, included, by the athlete's clock; null: the last there is.</param>
/// <param name="StopBefore">Activities that started earlier are left out; null: none are.</param>
internal sealed record ActivityRange(DateOnly? From, DateOnly? To, DateTimeOffset? StopBefore)
{
    /// <summary>True too where the row does not say when the activity started.</summary>
    public bool Has(GarminActivity activity)
    {
        if (activity.StartTime < StopBefore)
        {
            return false;
        }

        // Without a local time the day is known to one day more or less.
        var (day, slack) = (activity.Day, activity.LocalStartTime is null ? 1 : 0);
        return !(day < From?.AddDays(-slack)) && !(day > To?.AddDays(slack));
    }

    /// <summary>Whether a list that is newest first has nothing of the range after this one.</summary>
    public bool IsBefore(GarminActivity activity) => activity.StartTime < StopBefore || activity.Day < From?.AddDays(-1);

    /// <summary>Whether a list that is oldest first has nothing of the range after this one.</summary>
    public bool IsAfter(GarminActivity activity) => activity.Day > To?.AddDays(1);
}

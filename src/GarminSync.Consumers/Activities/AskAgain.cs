namespace GarminSync.Consumers.Activities;

/// <summary>When what could not be had of an activity is asked for again: after a day, three days, a week, and then each 30 days.</summary>
internal static class AskAgain
{
    private static readonly int[] Days = [1, 3, 7, 30];

    /// <param name="now">The time of the last try.</param>
    /// <param name="tries">How often it was tried in vain, by different jobs; at least 1.</param>
    public static DateTimeOffset After(DateTimeOffset now, int tries) => now.AddDays(Days[Math.Min(tries, Days.Length) - 1]);
}

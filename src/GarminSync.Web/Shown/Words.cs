using GarminSync.Web.Api;

namespace GarminSync.Web.Shown;

/// <summary>The API's words in those of the page.</summary>
internal static class Words
{
    public static string Kind(string kind) => kind switch
    {
        "activities" => Texts.KindActivities,
        "health" => Texts.KindHealth,
        "workouts" => Texts.KindWorkouts,
        "all" => Texts.KindAll,
        _ => kind,
    };

    public static string JobState(string state) => state switch
    {
        "queued" => Texts.StateQueued,
        "planning" => Texts.StatePlanning,
        "fetching" => Texts.StateFetching,
        Job.Paused => Texts.StatePaused,
        Job.Completed => Texts.StateCompleted,
        Job.CompletedWithErrors => Texts.StateCompletedWithErrors,
        Job.Failed => Texts.StateFailed,
        Job.Cancelled => Texts.StateCancelled,
        _ => state,
    };

    public static string AccountState(string status) => status switch
    {
        Account.Linked => Texts.AccountLinked,
        Account.NeedsLogin => Texts.AccountNeedsLogin,
        Account.RateLimited => Texts.AccountRateLimited,
        _ => status,
    };

    public static string DayState(string state) => state switch
    {
        "stored" => Texts.DayStored,
        "provisional" => Texts.DayProvisional,
        "empty" => Texts.DayEmpty,
        "failed" => Texts.DayFailed,
        "never_asked" => Texts.DayNeverAsked,
        _ => state,
    };

    /// <summary><c>resting_heart_rate</c> as "Resting heart rate".</summary>
    public static string MetricName(string name)
    {
        var words = name.Replace('_', ' ');
        return words.Length == 0 ? words : string.Concat(words[..1].ToUpperInvariant(), words[1..]);
    }
}

namespace GarminSync.Consumers.Sync;

/// <summary>An expected failure of a work order, and what follows from it. <see cref="TroubleJudge"/> decides which it is.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Reason">For a person.</param>
/// <param name="Until">Until when to wait; null with <see cref="TroubleAction.WaitForLogin"/>.</param>
/// <param name="UntilIsGuess">Garmin did not say until when; <see cref="AccountTrouble"/> knows better.</param>
/// <param name="IsOutage">Neither the item nor what was asked for it is to blame: the job waits, longer each time, and nothing counts as a failure of the item.</param>
internal sealed record Trouble(TroubleAction Action, string Reason, DateTimeOffset? Until = null, bool UntilIsGuess = false, bool IsOutage = false)
{
    /// <summary>The reason when too many processes were lost over the work.</summary>
    public const string ProcessesLost = "The processes that worked on it ended before it was done, time and again; the log of the consumers may say why.";

    public bool Waits => Action is TroubleAction.Wait or TroubleAction.WaitOutRateLimit or TroubleAction.WaitForLogin;

    /// <summary>The report of this trouble: that the work is put off when it has to wait, else that it failed.</summary>
    /// <param name="deferred">Is given until when; null: until a person logs in.</param>
    /// <param name="failed">Is given whether to try again.</param>
    public object Report(Func<DateTimeOffset?, object> deferred, Func<bool, object> failed) => Waits ? deferred(Until) : failed(Action == TroubleAction.TryAgain);
}

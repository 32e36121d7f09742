using CentralDb.Client;
using GarminConnect.Client;
using GarminSync.Bus.Secrets;

namespace GarminSync.Consumers.Sync;

/// <summary>An expected failure of a work order, and what follows from it.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Reason">For a person.</param>
/// <param name="Until">Until when to wait; null with <see cref="TroubleAction.WaitForLogin"/>.</param>
/// <param name="UntilIsGuess">Garmin did not say until when; <see cref="AccountTrouble"/> knows better.</param>
/// <param name="IsOutage">Garmin is to blame, not the item.</param>
internal sealed record Trouble(TroubleAction Action, string Reason, DateTimeOffset? Until = null, bool UntilIsGuess = false, bool IsOutage = false)
{
    // No item is to blame, and CentralDB is soon back.
    private static readonly TimeSpan CentralDbPause = TimeSpan.FromSeconds(15);

    /// <summary>The reason when too many processes were lost over the work.</summary>
    public const string ProcessesLost = "The processes that worked on it ended before it was done, time and again; the log of the consumers may say why.";

    public bool Waits => Action is TroubleAction.Wait or TroubleAction.WaitOutRateLimit or TroubleAction.WaitForLogin;

    /// <summary>The report of this trouble: that the work is put off when it has to wait, else that it failed.</summary>
    /// <param name="deferred">Is given until when; null: until a person logs in.</param>
    /// <param name="failed">Is given whether to try again.</param>
    public object Report(Func<DateTimeOffset?, object> deferred, Func<bool, object> failed) => Waits ? deferred(Until) : failed(Action == TroubleAction.TryAgain);

    /// <summary>Null for unexpected exceptions, which go to the error queue.</summary>
    public static Trouble? From(Exception exception, DateTimeOffset now) => exception switch
    {
        GarminRateLimitedException limited => new(TroubleAction.WaitOutRateLimit, limited.Message, limited.Until, limited.IsGuess),
        GarminSignInNeededException needed => new(TroubleAction.WaitForLogin, needed.Message),
        GarminUnreachableException unreachable => new(TroubleAction.TryAgain, unreachable.Message, IsOutage: true),
        GarminNotFoundException missing => new(TroubleAction.GiveUp, missing.Message),
        GarminRejectedException rejected => new(TroubleAction.GiveUp, rejected.Message),
        CentralDbUnreachableException unreachable => new(TroubleAction.Wait, unreachable.Message, now + CentralDbPause),
        CentralDbRejectedException rejected => new(TroubleAction.GiveUp, rejected.Message),
        UnsealException unseal => new(TroubleAction.GiveUp, unseal.Message),
        _ => null,
    };
}

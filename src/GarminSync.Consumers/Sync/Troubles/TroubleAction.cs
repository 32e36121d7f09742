namespace GarminSync.Consumers.Sync;

/// <summary>What to do after a <see cref="Trouble"/>.</summary>
internal enum TroubleAction
{
    /// <summary>Another try would fail in the same way.</summary>
    GiveUp,

    /// <summary>Try again later, with growing waits, a limited number of times.</summary>
    TryAgain,

    /// <summary>Not the item's fault: try again after <see cref="Trouble.Until"/>, without counting this try.</summary>
    Wait,

    /// <summary>As <see cref="Wait"/>; Garmin limits the requests of the whole account.</summary>
    WaitOutRateLimit,

    /// <summary>As <see cref="Wait"/>, but until a person has logged in to Garmin.</summary>
    WaitForLogin,
}

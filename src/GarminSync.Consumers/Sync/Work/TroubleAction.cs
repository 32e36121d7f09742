namespace GarminSync.Consumers.Sync;

/// <summary>What to do after a <see cref="Trouble"/>.</summary>
internal enum TroubleAction
{
    /// <summary>The same would happen again.</summary>
    GiveUp,

    /// <summary>Try again later, with growing waits, a limited number of times.</summary>
    TryAgain,

    /// <summary>Not the item's fault: go on after <see cref="Trouble.Until"/> as if it had not been tried.</summary>
    Wait,

    /// <summary>As <see cref="Wait"/>; Garmin limits the requests of the whole account.</summary>
    WaitOutRateLimit,

    /// <summary>As <see cref="Wait"/>, but until a person has logged in to Garmin.</summary>
    WaitForLogin,
}

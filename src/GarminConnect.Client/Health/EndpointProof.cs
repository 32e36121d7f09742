namespace GarminConnect.Client.Health;

/// <summary>What proves that Garmin answers a call as this client reads it. See docs/garmin-connect.md, section 0.1.</summary>
public enum EndpointProof
{
    /// <summary>Known from clients or from users' reports only. It may be wrong, and it may have changed.</summary>
    Unverified,

    /// <summary>Read in a public recording that no test replays.</summary>
    Seen,

    /// <summary>A recording whose numbers, texts and days were replaced: the names of the members and how they nest, not values or units.</summary>
    Shape,

    /// <summary>Real answers are replayed by tests.</summary>
    Recorded,
}

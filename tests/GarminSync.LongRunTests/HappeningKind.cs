namespace GarminSync.LongRunTests;

/// <summary>What may happen while accounts are synchronised.</summary>
internal enum HappeningKind
{
    /// <summary>Cloudflare blocks everything for everybody.</summary>
    GarminBlocks,

    /// <summary>Cloudflare blocks the token server alone.</summary>
    TokenServerBlocks,

    /// <summary>Cloudflare blocks the calls of one service.</summary>
    ServiceBlocks,

    /// <summary>Garmin itself refuses an account the calls of one service.</summary>
    ServiceRefuses,

    /// <summary>503 for everything.</summary>
    GarminIsAway,

    /// <summary>Some connections are reset, and some answers break off.</summary>
    ConnectionsBreak,

    /// <summary>429 for one account.</summary>
    AccountIsLimited,

    /// <summary>503 of CentralDB.</summary>
    CentralDbIsAway,

    /// <summary>CentralDB does not know our key.</summary>
    CentralDbRefusesKey,

    /// <summary>A watch does not synchronise for hours or days, and then does.</summary>
    WatchIsAway,

    /// <summary>A run is uploaded.</summary>
    Run,

    /// <summary>A run is uploaded whose file cannot be had for hours.</summary>
    RunWithoutFile,

    /// <summary>An activity gets another name.</summary>
    Rename,

    /// <summary>An activity is deleted.</summary>
    Delete,

    /// <summary>Garmin reckons a day anew.</summary>
    DayReckonedAnew,

    /// <summary>A weight is typed in.</summary>
    Weight,

    /// <summary>The athlete takes another display name.</summary>
    NewDisplayName,

    /// <summary>Daily summaries are hidden.</summary>
    PrivacyProtected,

    /// <summary>For some hours the list of activities does not do as it is asked.</summary>
    ListMisbehaves,

    /// <summary>Garmin ends the access token of an account.</summary>
    TokenExpires,

    /// <summary>Garmin ends all tokens of an account; a person logs in some hours later.</summary>
    TokensRevoked,

    /// <summary>The process ends in the midst of its work and is started again.</summary>
    ProcessEnds,
}

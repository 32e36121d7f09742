namespace GarminSync.Gateway.Access;

/// <summary>Who decides who may call.</summary>
internal enum AuthMode
{
    /// <summary>Nobody: open, and therefore reachable from this machine only.</summary>
    None,

    /// <summary>A proxy in front of the gateway, which lets only those through who may call.</summary>
    External,

    /// <summary>The gateway, by bearer tokens.</summary>
    Token,
}

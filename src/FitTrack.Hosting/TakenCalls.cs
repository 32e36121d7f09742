namespace FitTrack.Hosting;

/// <summary>Whose calls a server takes, see <see cref="BrowserGuard"/>.</summary>
public enum TakenCalls
{
    /// <summary>Those of programs and pages on this machine: callers show nothing.</summary>
    FromThisMachine,

    /// <summary>Under any host name, but from no page of another site: something in front of the server has let the caller through, perhaps for a cookie.</summary>
    FromItsOwnSite,

    /// <summary>All: each call shows a secret of its own, which no page has.</summary>
    All,
}

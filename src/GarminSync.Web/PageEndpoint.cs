namespace GarminSync.Web;

/// <summary>Marks the endpoints of the page: its HTML, its files and the connection that keeps it alive. Nobody has to show a token for them.</summary>
public sealed class PageEndpoint
{
    internal PageEndpoint(bool isHtml) => IsHtml = isHtml;

    /// <summary>Whether a person reads it, and therefore has to be signed in.</summary>
    internal bool IsHtml { get; }
}

namespace CentralDb.Client;

/// <summary>Ids that come from outside and become part of a path.</summary>
internal static class CentralDbId
{
    /// <summary>
    /// Whether it can be one at all. Empty, <c>.</c> and <c>..</c> would turn the path into another one, and its answer into somebody else's.
    /// </summary>
    public static bool IsPossible(string id) => id.Length is > 0 and <= 200 && id is not ("." or "..") && !id.Any(c => char.IsControl(c) || c is '/' or '\\');
}

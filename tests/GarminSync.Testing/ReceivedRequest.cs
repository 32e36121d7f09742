namespace GarminSync.Testing;

/// <summary>A request as a <see cref="ScriptedServer"/> received it.</summary>
/// <param name="Target">Path and query, as sent.</param>
public sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}

namespace GarminConnect.Simulator.Faults;

/// <summary>Which requests a fault is for.</summary>
/// <param name="Endpoint">The template of a route, a path, or the beginning of either before a <c>*</c>.</param>
/// <param name="Method">Any when null.</param>
/// <param name="Account">An e-mail address; any account, and none, when null.</param>
internal sealed record FaultMatch(string Endpoint, string? Method = null, string? Account = null)
{
    public bool Covers(string method, string endpoint, string path, string? account) =>
        (Names(endpoint) || Names(path))
        && (Method is null || string.Equals(Method, method, StringComparison.OrdinalIgnoreCase))
        && (Account is null || string.Equals(Account, account, StringComparison.OrdinalIgnoreCase));

    private bool Names(string value) =>
        Endpoint.EndsWith('*') ? value.StartsWith(Endpoint[..^1], StringComparison.Ordinal) : value == Endpoint;
}

namespace GarminConnect.Simulator.Sso;

/// <summary>The client identities of SSO: which service each may ask a ticket for, and how its tickets end.</summary>
internal sealed record LoginClient(string Id, string ServicePath, string TicketSuffix)
{
    private static readonly LoginClient[] Known =
    [
        new("GCM_IOS_DARK", "/gcm/ios", "sso"),
        new("GCM_ANDROID_DARK", "/gcm/android", "sso"),
        new("GarminConnect", "/app", "cas"),
    ];

    public static LoginClient? Find(string? id) => Known.FirstOrDefault(client => client.Id == id);

    /// <summary>Whether the service is this client's. Any host will do, because a client under test has its base addresses changed.</summary>
    public bool Serves(string? service) =>
        Uri.TryCreate(service, UriKind.Absolute, out var uri) && uri.Scheme.StartsWith("http", StringComparison.Ordinal) && uri.AbsolutePath == ServicePath;
}

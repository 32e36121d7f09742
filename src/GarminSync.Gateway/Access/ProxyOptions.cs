namespace GarminSync.Gateway.Access;

/// <summary>The proxies in front of the gateway. Section <c>Gateway:Proxies</c>.</summary>
internal sealed class ProxyOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Gateway:Proxies";

    /// <summary>
    /// Addresses or networks (<c>10.0.0.0/8</c>) of proxies whose <c>X-Forwarded-For</c> is trusted. None by default: the header is then ignored, because anybody
    /// can send it.
    /// </summary>
    public IList<string> Trusted { get; } = [];
}

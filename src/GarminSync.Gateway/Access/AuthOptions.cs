namespace GarminSync.Gateway.Access;

/// <summary>Who may call the gateway. Section <c>Gateway:Auth</c>.</summary>
internal sealed class AuthOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Gateway:Auth";

    /// <summary>Who decides who may call. Default: <see cref="AuthMode.None"/>.</summary>
    public AuthMode Mode { get; set; } = AuthMode.None;
}

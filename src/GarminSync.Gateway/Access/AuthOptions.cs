using System.ComponentModel.DataAnnotations;

namespace GarminSync.Gateway.Access;

/// <summary>Who may call the gateway. Section <c>Gateway:Auth</c>.</summary>
internal sealed class AuthOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Gateway:Auth";

    /// <summary>The least length of <see cref="OperatorKey"/>, in characters.</summary>
    public const int OperatorKeyLength = 32;

    /// <summary>Who decides who may call. Default: <see cref="AuthMode.None"/>.</summary>
    [EnumDataType(typeof(AuthMode))]
    public AuthMode Mode { get; set; } = AuthMode.None;

    /// <summary>With <see cref="AuthMode.Token"/>: the bearer token that may make every call; at least 32 printable ASCII characters. No default.</summary>
    public string? OperatorKey { get; set; }

    /// <summary>How long a user's token counts as valid before it is checked again; a revoked one works for at most that long. Default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan TokenCacheTime { get; set; } = TimeSpan.FromSeconds(30);
}

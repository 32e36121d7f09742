namespace GarminConnect.Client;

/// <summary>The base addresses (each ends in a slash), services and client ids that follow from <see cref="GarminOptions"/>.</summary>
internal sealed record GarminAddresses(Uri Sso, Uri DiAuth, Uri ConnectApi, Uri Connect, GarminServices Services, IReadOnlyList<string> ClientIds)
{
    public static readonly IReadOnlyList<string> DefaultClientIds =
    [
        "GARMIN_CONNECT_MOBILE_ANDROID_DI_2025Q2",
        "GARMIN_CONNECT_MOBILE_ANDROID_DI_2024Q4",
        "GARMIN_CONNECT_MOBILE_ANDROID_DI",
        "GARMIN_CONNECT_MOBILE_IOS_DI",
    ];

    public static GarminAddresses From(GarminOptions options) => new(
        options.SsoUrl.OrHost("sso", options),
        options.DiAuthUrl.OrHost("diauth", options),
        options.ConnectApiUrl.OrHost("connectapi", options),
        options.ConnectUrl.OrHost("connect", options),
        GarminServices.Of(options.Domain),
        options.ClientIds.Count > 0 ? [.. options.ClientIds] : DefaultClientIds);
}

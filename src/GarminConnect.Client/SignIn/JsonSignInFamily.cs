namespace GarminConnect.Client;

/// <summary>What differs between the mobile and the portal form.</summary>
/// <param name="PathPrefix">The part before <c>/api/login</c>.</param>
/// <param name="ClientId">Garmin counts sign-ins by it and the account.</param>
/// <param name="Service">The service to which the ticket is bound.</param>
internal sealed record JsonSignInFamily(SignInForm Form, string PathPrefix, string ClientId, string Service)
{
    public static JsonSignInFamily Mobile(GarminServices services) => new(SignInForm.Mobile, "mobile", "GCM_IOS_DARK", services.Mobile);

    public static JsonSignInFamily Portal(GarminServices services) => new(SignInForm.Portal, "portal", "GarminConnect", services.Portal);

    /// <summary>Password and code are sent with the same query.</summary>
    public string ApiPath(string call) => $"{PathPrefix}/api/{call}?clientId={ClientId}&locale=en-US&service={Uri.EscapeDataString(Service)}";
}

namespace GarminConnect.Client;

/// <summary>In what the mobile and the portal form differ.</summary>
/// <param name="PathPrefix">Before <c>/api/login</c>.</param>
/// <param name="ClientId">Garmin's rate limit is keyed on it and the account.</param>
/// <param name="Service">The service to which the ticket is bound.</param>
internal sealed record JsonSignInFamily(SignInForm Form, string PathPrefix, string ClientId, string Service)
{
    public static JsonSignInFamily Mobile(GarminServices services) => new(SignInForm.Mobile, "mobile", "GCM_IOS_DARK", services.Mobile);

    public static JsonSignInFamily Portal(GarminServices services) => new(SignInForm.Portal, "portal", "GarminConnect", services.Portal);

    /// <summary>Login and code are sent with the same query.</summary>
    public string ApiPath(string call) => $"{PathPrefix}/api/{call}?clientId={ClientId}&locale=en-US&service={Uri.EscapeDataString(Service)}";
}

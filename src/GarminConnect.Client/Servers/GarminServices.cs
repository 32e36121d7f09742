namespace GarminConnect.Client;

/// <summary>The services to which tickets are bound. They are names, never fetched: they depend on the domain, and not on the sandbox.</summary>
/// <param name="Mobile">Of the mobile form.</param>
/// <param name="Android">Of the sign-in page on which people get a ticket by hand.</param>
/// <param name="Portal">Of the portal form.</param>
/// <param name="Widget">Of the widget.</param>
internal sealed record GarminServices(string Mobile, string Android, string Portal, string Widget)
{
    public static GarminServices Of(string domain) => new(
        $"https://mobile.integration.{domain}/gcm/ios",
        $"https://mobile.integration.{domain}/gcm/android",
        $"https://connect.{domain}/app",
        $"https://sso.{domain}/sso/embed");
}

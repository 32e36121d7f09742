namespace GarminConnect.Client;

internal static class GarminAddressDefaults
{
    /// <summary>The given address, or Garmin's own host of that name; with a slash at the end, so that relative paths append to it.</summary>
    public static Uri OrHost(this Uri? given, string host, GarminOptions options)
    {
        var address = given?.AbsoluteUri ?? $"https://{host}.{options.Domain}/";
        return new Uri(address.EndsWith('/') ? address : address + "/");
    }
}

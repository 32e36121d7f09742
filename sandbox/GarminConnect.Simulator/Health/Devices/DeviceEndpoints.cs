using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>What the athlete wears, and when it last synchronised.</summary>
internal static class DeviceEndpoints
{
    public static void MapDevices(this IEndpointRouteBuilder routes)
    {
        routes.MapQuestion("/device-service/deviceregistration/devices", athlete =>
            athlete.Health.Device == HealthDevice.None ? Array.Empty<object>() : [DeviceBody.Of(athlete)]);
        routes.MapQuestion("/device-service/deviceservice/mylastused", LastUsed);
    }

    private static object LastUsed(Athlete athlete)
    {
        var any = athlete.Health.Device != HealthDevice.None;
        return new
        {
            userDeviceId = any ? athlete.DeviceId : 0,
            userProfileNumber = athlete.ProfileId,
            applicationNumber = any ? DeviceBody.ApplicationNumber : 0,
            lastUsedDeviceApplicationKey = any ? DeviceBody.KeyOf(athlete) : null,
            lastUsedDeviceName = any ? DeviceBody.NameOf(athlete) : null,
            lastUsedDeviceUploadTime = any ? athlete.Health.LastSync.ToUnixTimeMilliseconds() : (long?)null,
            imageUrl = any ? DeviceBody.Image : null,
            released = any,
        };
    }
}

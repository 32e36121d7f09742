using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;
using GarminConnect.Simulator.Requests;

namespace GarminConnect.Simulator.Health;

/// <summary>What the athlete wears, and when it last synchronised.</summary>
internal static class DeviceEndpoints
{
    public static void MapDevices(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/device-service/deviceregistration/devices", (Caller caller) =>
            GarminAnswers.Full(caller.Athlete.Health.Device == HealthDevice.None ? Array.Empty<object>() : [DeviceBody.Of(caller.Athlete)]));
        routes.MapGet("/device-service/deviceservice/mylastused", (Caller caller) => GarminAnswers.Full(LastUsed(caller.Athlete)));
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

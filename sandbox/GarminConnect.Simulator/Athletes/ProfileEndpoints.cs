using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Requests;

namespace GarminConnect.Simulator.Athletes;

/// <summary>The profile service.</summary>
internal static class ProfileEndpoints
{
    public static void MapProfile(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/userprofile-service/socialProfile", (Caller caller) => GarminAnswers.Full(SocialProfile.Of(caller.Athlete)));
        routes.MapGet("/userprofile-service/socialProfile/{displayName}", Named);
        routes.MapGet("/userprofile-service/userprofile/user-settings", (Caller caller) => GarminAnswers.Full(UserSettings.Of(caller.Athlete)));
        routes.MapGet("/userprofile-service/userprofile/settings", (Caller caller) => GarminAnswers.Full(DisplaySettings.Of(caller.Athlete)));
    }

    private static IResult Named(Caller caller, string displayName) =>
        displayName == caller.Athlete.DisplayName ? GarminAnswers.Full(SocialProfile.Of(caller.Athlete)) : GarminAnswers.Forbidden();
}

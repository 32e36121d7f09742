using CentralDb.Client;
using GarminSync.Gateway.Activities;
using GarminSync.Gateway.Activities.Tracks;
using GarminSync.Gateway.HealthData;
using GarminSync.Gateway.Workouts;

namespace GarminSync.Gateway.CentralData;

/// <summary>The calls that read CentralDB. They need no broker, and no other call needs CentralDB in the gateway.</summary>
internal static class CentralDataRegistration
{
    public static void AddCentralData(this IServiceCollection services) =>
        services.AddCentralDb().AddSingleton<CentralDataReader>().AddSingleton<TrackReader>();

    public static void MapCentralData(this IEndpointRouteBuilder api)
    {
        api.MapActivities();
        api.MapHealthData();
        api.MapWorkouts();
    }
}

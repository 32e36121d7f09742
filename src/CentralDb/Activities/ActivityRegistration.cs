using FitTrack.CentralDb.Activities.Overviews;

namespace FitTrack.CentralDb.Activities;

internal static class ActivityRegistration
{
    public static void AddActivities(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ActivityFiles>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ActivityFiles>());
        builder.Services.AddScoped<ActivityStore>();
        builder.Services.AddScoped<OverviewReader>();
        builder.Services.AddHostedService<FillNameKeys>();
        builder.Services.AddExceptionHandler<ActivityFolderErrors>();
    }
}

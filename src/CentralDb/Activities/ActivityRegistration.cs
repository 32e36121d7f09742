using FitTrack.CentralDb.Activities.Files;
using FitTrack.CentralDb.Activities.Overviews;
using Microsoft.Extensions.Options;

namespace FitTrack.CentralDb.Activities;

internal static class ActivityRegistration
{
    public static void AddActivities(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IncomingFolder>();
        builder.Services.AddHostedService(services => services.GetRequiredService<IncomingFolder>());
        builder.Services.AddSingleton<FolderFiles>();
        builder.Services.AddSingleton<BucketFiles>();
        builder.Services.AddSingleton<IFileStore>(services => services.GetRequiredService<IOptions<CentralDbServerOptions>>().Value.Files.Bucket is null
            ? services.GetRequiredService<FolderFiles>()
            : services.GetRequiredService<BucketFiles>());
        builder.Services.AddSingleton<ActivityFiles>();
        builder.Services.AddScoped<LooseFiles>();
        builder.Services.AddHostedService<LooseFileRemover>();
        builder.Services.AddScoped<ActivityStore>();
        builder.Services.AddScoped<OverviewReader>();
        builder.Services.AddHostedService<FillNameKeys>();
        builder.Services.AddExceptionHandler<ActivityFolderErrors>();
        builder.Services.AddExceptionHandler<FileStoreErrors>();
    }
}

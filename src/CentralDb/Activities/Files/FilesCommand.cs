using FitTrack.CentralDb.Database;
using FitTrack.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FitTrack.CentralDb.Activities.Files;

/// <summary><c>files to-bucket</c> and <c>files to-folder</c>: copies the activity files between the folder and the bucket. It may be killed and repeated; nothing is removed from where they were.</summary>
internal static class FilesCommand
{
    private const int AtOnce = 500;

    public static bool IsAskedFor(string[] args) => args is ["files", ..];

    /// <returns>The exit code: 0 when every file that there is has been copied.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not ["files", "to-bucket" or "to-folder", .. var options])
        {
            return await RefuseAsync("Use 'files to-bucket' or 'files to-folder', with the options of the service, those of the bucket among them.");
        }

        try
        {
            await using var server = CentralDbServer.Create(options);
            server.CheckOptions();
            if (server.Services.GetRequiredService<IOptions<CentralDbServerOptions>>().Value.Files.Bucket is null)
            {
                return await RefuseAsync("Nothing was copied. CentralDbServer__Files__Bucket says to which bucket, or from which.");
            }

            var (folder, bucket) = (server.Services.GetRequiredService<FolderFiles>(), server.Services.GetRequiredService<BucketFiles>());
            await server.Services.GetRequiredService<IncomingFolder>().StartAsync(CancellationToken.None);
            return await (args[1] == "to-bucket" ? CopyAsync(server, folder, bucket) : CopyAsync(server, bucket, folder));
        }
        catch (Exception exception) when (Reason(exception) is { } reason)
        {
            return await RefuseAsync($"Not all was copied: {reason} What was is there; run it again.");
        }
    }

    private static async Task<int> CopyAsync(WebApplication server, IFileStore from, IFileStore to)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CentralDbContext>();
        if ((await database.Database.GetPendingMigrationsAsync(CancellationToken.None)).Any())
        {
            return await RefuseAsync("Nothing was copied. The database is of an older version: start the service once.");
        }

        var (copied, there, lost) = (0, 0, 0);
        for (var last = ""; ;)
        {
            var after = last;
            var some = await database.Activities.AsNoTracking()
                .Where(activity => activity.FilePath != null && string.Compare(activity.FilePath, after) > 0)
                .Select(activity => new { Path = activity.FilePath!, Size = activity.FileSize })
                .Distinct().OrderBy(file => file.Path).Take(AtOnce).ToListAsync(CancellationToken.None);
            foreach (var file in some)
            {
                if (await to.HasAsync(file.Path, file.Size, CancellationToken.None))
                {
                    there++;
                }
                else if (await CopyAsync(scope.ServiceProvider, from, to, file.Path) is { } problem)
                {
                    lost++;
                    await Console.Error.WriteLineAsync($"{from.NameOf(file.Path)} {problem}, though the database points at it. Sync that activity again with force.");
                }
                else
                {
                    copied++;
                }
            }

            if (some.Count < AtOnce)
            {
                await Console.Out.WriteLineAsync($"{copied} files copied, {there} were there already, {lost} are lost.");
                return 0;
            }

            last = some[^1].Path;
        }
    }

    // If its last record goes meanwhile, what is noted lets the service remove it from the bucket.
    private static async Task<string?> CopyAsync(IServiceProvider services, IFileStore from, IFileStore to, string path)
    {
        await using var content = await from.OpenAsync(path, CancellationToken.None);
        if (content is null)
        {
            return "is not there";
        }

        using var incoming = await services.GetRequiredService<IncomingFolder>().ReceiveAsync(content, long.MaxValue, CancellationToken.None);
        if (Path.GetFileNameWithoutExtension(path) != incoming.Sha256)
        {
            return "is damaged";
        }

        var loose = services.GetRequiredService<LooseFiles>();
        var noted = to.IsRemote ? await loose.HoldAsync(path, CancellationToken.None) : Guid.Empty;
        await to.PlaceAsync(incoming, path, uploadId => loose.NoteUploadAsync(noted, uploadId, CancellationToken.None), CancellationToken.None);
        return null;
    }

    private static string? Reason(Exception exception) => exception switch
    {
        StartRefusedException or OptionsValidationException or FileStoreException or ActivityFolderException or IOException or UnauthorizedAccessException => exception.Message,
        _ when exception.GetBaseException() is System.Data.Common.DbException or System.Net.Sockets.SocketException or TimeoutException => exception.GetBaseException().Message,
        _ => null,
    };

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}

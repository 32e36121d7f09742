using FitTrack.CentralDb.Activities.Files;
using FitTrack.CentralDb.Database;
using FitTrack.Databases.Backups;
using FitTrack.Hosting;

namespace FitTrack.CentralDb;

/// <summary>What CentralDB keeps, for a backup: the database, and the activity files that its records point at.</summary>
public static class CentralDbBackup
{
    /// <summary>CentralDB by itself.</summary>
    /// <param name="options">The options of the command line.</param>
    public static BackupSubject Open(string[] options)
    {
        var server = CentralDbServer.Create(options);
        server.CheckOptions();
        var (store, scope) = StoreOf(server);
        return new BackupSubject("centraldb", DataFolder.Get(server.Configuration), [store], [scope, server]);
    }

    /// <summary>The store of a server that was built and not started.</summary>
    /// <returns>The store, and what is to be disposed of before the server is.</returns>
    public static (BackedUpStore Store, IAsyncDisposable Scope) StoreOf(WebApplication server)
    {
        var scope = server.Services.CreateAsyncScope();
        var store = new BackedUpStore("centraldb", "CentralDB's database", scope.ServiceProvider.GetRequiredService<CentralDbContext>())
        {
            Files = new BackedUpFiles(
                server.Services.GetRequiredService<FolderFiles>().Root, "SELECT DISTINCT file_path FROM activities WHERE file_path IS NOT NULL ORDER BY file_path")
            {
                Place = server.Services.GetRequiredService<IFileStore>() is { IsRemote: true } bucket ? bucket : null,
            },
        };
        return (store, scope);
    }
}

using FitTrack.CentralDb;
using FitTrack.CentralDb.Activities.Files;
using FitTrack.Databases.Backups;
using FitTrack.Hosting;

return BackupCommand.IsAskedFor(args)
    ? await BackupCommand.RunAsync(args, CentralDbBackup.Open)
    : FilesCommand.IsAskedFor(args)
        ? await FilesCommand.RunAsync(args)
        : await FitTrackProcess.RunAsync(args, () => CentralDbServer.Create(args));

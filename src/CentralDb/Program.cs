using FitTrack.CentralDb;
using FitTrack.Databases.Backups;
using FitTrack.Hosting;

return BackupCommand.IsAskedFor(args)
    ? await BackupCommand.RunAsync(args, CentralDbBackup.Open)
    : await FitTrackProcess.RunAsync(args, () => CentralDbServer.Create(args));

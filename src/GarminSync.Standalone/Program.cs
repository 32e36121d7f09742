using FitTrack.Databases.Backups;
using FitTrack.Hosting;
using GarminSync.Consumers;
using GarminSync.Standalone;
using GarminSync.Web;

switch (args)
{
    case ["keys", .. var keysArgs]:
        return await KeysCommand.RunAsync(keysArgs, builder => builder.AddEmbeddedCentralDbKey());

    case ["backup" or "restore", ..]:
        return await BackupCommand.RunAsync(args, StandaloneBackup.Open);

    case ["demo", ..]:
        await Console.Error.WriteLineAsync("The demo is a program of its own: start ./run-demo.sh, or dotnet run --project sandbox/GarminSync.Demo.");
        return 1;

    default:
        return await FitTrackProcess.RunAsync(args, () => StandaloneServer.Create(args).WithWarmPage());
}

using FitTrack.Hosting;
using GarminSync.Consumers;
using GarminSync.Standalone;
using GarminSync.Standalone.Demo;

if (args is ["keys", .. var keysArgs])
{
    return await KeysCommand.RunAsync(keysArgs);
}

if (args is not ["demo", .. var demoArgs])
{
    return await FitTrackProcess.RunAsync(args, () => StandaloneServer.Create(args));
}

await using var sandbox = await DemoSandbox.StartAsync(demoArgs);
return await FitTrackProcess.RunAsync(args, () => StandaloneServer.Create(demoArgs, sandbox.Configure));

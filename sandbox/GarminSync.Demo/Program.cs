using FitTrack.Hosting;
using GarminSync.Demo;
using GarminSync.Standalone;
using GarminSync.Web;
using Spectre.Console;

SettingsOfAnotherServer.Forget();
AnsiConsole.MarkupLine("[bold]FitTrack GarminSync[/] demo: gateway, consumers, CentralDB and a simulated Garmin Connect, all in this process.");
AnsiConsole.MarkupLine("Starting …");

await using var sandbox = await DemoSandbox.StartAsync(args);
var exitCode = await FitTrackProcess.RunAsync(args, () => StandaloneServer.Create(args, sandbox.Configure).WithWarmPage());

// That of a demo which broke off; the server has ended in order all the same.
return exitCode == 0 ? Environment.ExitCode : exitCode;

using FitTrack.Hosting;
using GarminConnect.Simulator;

return await FitTrackProcess.RunAsync(args, () => GarminSimulator.Create(args));

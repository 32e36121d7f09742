using FitTrack.CentralDb;
using FitTrack.Hosting;

return await FitTrackProcess.RunAsync(args, () => CentralDbServer.Create(args));

using FitTrack.CentralDb;
using FitTrack.Hosting;

return await FitTrackProcess.RunAsync(() => CentralDbServer.Create(args));

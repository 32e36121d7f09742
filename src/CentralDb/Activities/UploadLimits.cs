namespace FitTrack.CentralDb.Activities;

/// <param name="MaxFileSizeBytes">The largest activity file that is taken; option <c>CentralDbServer:MaxFileSizeBytes</c>.</param>
internal sealed record UploadLimits(long MaxFileSizeBytes);

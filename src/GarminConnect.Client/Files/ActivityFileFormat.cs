namespace GarminSync.Consumers.GarminConnect;

internal enum ActivityFileFormat
{
    Fit,
    Tcx,
    Gpx,
}

namespace GarminConnect.Client;

internal enum ActivityFileFormat
{
    Fit,
    Tcx,
    Gpx,
}

namespace GarminSync.Web.Api;

/// <summary>A time without a record though the timer ran, in seconds since the first record.</summary>
public sealed record TrackHole(double FromElapsedSeconds, double ToElapsedSeconds);

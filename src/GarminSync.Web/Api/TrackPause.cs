namespace GarminSync.Web.Api;

/// <summary>A time in which the timer stood still, in seconds since the first record.</summary>
public sealed record TrackPause(double FromElapsedSeconds, double ToElapsedSeconds);

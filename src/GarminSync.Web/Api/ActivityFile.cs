namespace GarminSync.Web.Api;

/// <summary>A file of an activity: <c>fit</c>, <c>tcx</c> or <c>gpx</c>, and which of several of that format, from 1.</summary>
public sealed record ActivityFile(string Format, int Part, long SizeBytes)
{
    public const string Fit = "fit";
}

namespace GarminSync.Web.Api;

/// <summary>A file of an activity: <c>fit</c>, <c>tcx</c> or <c>gpx</c>, which of several of that format, from 1, and the hash of its content, if that is known.</summary>
public sealed record ActivityFile(string Format, int Part, long SizeBytes, string? Sha256)
{
    public const string Fit = "fit";
}

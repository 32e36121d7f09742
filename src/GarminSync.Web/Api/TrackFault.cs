namespace GarminSync.Web.Api;

/// <summary>Something that is wrong with the file.</summary>
public sealed record TrackFault(string Kind, string Detail);

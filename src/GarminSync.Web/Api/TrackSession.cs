namespace GarminSync.Web.Api;

/// <summary>An activity, or one sport of a multisport activity, as a whole.</summary>
public sealed record TrackSession(string? Sport, TrackTotals Totals);

namespace GarminSync.Web.Api;

/// <summary>A day: the state of each metric, why those failed that did, and its activities.</summary>
public sealed record CoverageDay(
    DateOnly Date, IReadOnlyDictionary<string, string> Metrics, IReadOnlyDictionary<string, string> Failures, ActivityCoverage Activities);

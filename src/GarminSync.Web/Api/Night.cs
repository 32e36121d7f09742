namespace GarminSync.Web.Api;

/// <summary>A night. Times are UTC, and null where they are not stored; there are no stages unless the curves of the day were fetched.</summary>
public sealed record Night(DateTimeOffset? Start, DateTimeOffset? End, IReadOnlyList<SleepStage> Stages);

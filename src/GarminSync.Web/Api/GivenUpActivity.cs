namespace GarminSync.Web.Api;

/// <summary>An activity that could not be synced. The time is UTC.</summary>
public sealed record GivenUpActivity(long GarminActivityId, string Reason, DateTimeOffset NextTryAt);

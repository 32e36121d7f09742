namespace GarminSync.Web.Api;

/// <summary>A stretch of a night: <c>deep</c>, <c>light</c>, <c>rem</c> or <c>awake</c>. Times are UTC.</summary>
public sealed record SleepStage(string Stage, DateTimeOffset Start, DateTimeOffset End);

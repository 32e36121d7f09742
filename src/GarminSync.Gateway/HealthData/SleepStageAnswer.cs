namespace GarminSync.Gateway.HealthData;

/// <summary>A stretch of a night.</summary>
/// <param name="Stage"><c>deep</c>, <c>light</c>, <c>rem</c> or <c>awake</c>.</param>
/// <param name="Start">UTC.</param>
/// <param name="End">UTC.</param>
internal sealed record SleepStageAnswer(string Stage, DateTimeOffset Start, DateTimeOffset End);

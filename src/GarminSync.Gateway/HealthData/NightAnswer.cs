namespace GarminSync.Gateway.HealthData;

/// <summary>A night.</summary>
/// <param name="Start">When the athlete fell asleep, UTC; null when it is not stored.</param>
/// <param name="End">When the athlete woke, UTC; null when it is not stored.</param>
/// <param name="Stages">In the order of time; empty when the curves of the day were not fetched.</param>
internal sealed record NightAnswer(DateTimeOffset? Start, DateTimeOffset? End, IReadOnlyList<SleepStageAnswer> Stages);

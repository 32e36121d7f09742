namespace GarminSync.Gateway.HealthData;

/// <summary>Values of health metrics.</summary>
/// <param name="UserId">CentralDB's id of the user.</param>
/// <param name="Resolution"><c>raw</c>, <c>day</c>, <c>week</c> or <c>month</c>.</param>
/// <param name="Metrics">In the order of the call; one without a value is not there.</param>
internal sealed record HealthDataAnswer(string UserId, string Resolution, IReadOnlyList<HealthSeriesAnswer> Metrics);

namespace CentralDb.Client;

/// <summary>The value of a day.</summary>
/// <param name="Date">The user's calendar.</param>
/// <param name="Value">What is stored of the day, else the last of its moments.</param>
public sealed record HealthMetricDay(DateOnly Date, double Value);

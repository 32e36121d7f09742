namespace GarminConnect.Simulator.Health;

/// <summary>What is usual for the athlete, in milliseconds.</summary>
public sealed record VariabilityBaseline(int LowUpper, int BalancedLow, int BalancedUpper);

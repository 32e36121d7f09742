using GarminSync.Contracts;

namespace GarminSync.Gateway.HealthMetrics;

/// <summary>What is known of some activities.</summary>
/// <param name="Stored">How many are in CentralDB.</param>
/// <param name="GivenUp">Those that could not be synced: why, and when the next sync tries again.</param>
internal sealed record ActivityCoverageAnswer(int Stored, IReadOnlyList<GivenUpActivityInfo> GivenUp)
{
    public static ActivityCoverageAnswer Of(ActivityCoverageDay? day) => new(day?.Stored ?? 0, day?.GivenUp ?? []);
}

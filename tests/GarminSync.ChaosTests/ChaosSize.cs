namespace GarminSync.ChaosTests;

/// <summary>How much is synced and killed. <c>GARMINSYNC_CHAOS=full</c> asks for all of it; <c>GARMINSYNC_CHAOS_SEED</c> for other moments.</summary>
internal static class ChaosSize
{
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("GARMINSYNC_CHAOS") == "full";

    public static int Seed { get; } = int.Parse(Environment.GetEnvironmentVariable("GARMINSYNC_CHAOS_SEED") ?? "1");

    public static int Accounts { get; } = IsFull ? 20 : 5;

    public static int ActivitiesPerAccount { get; } = IsFull ? 50 : 12;

    public static int Activities => Accounts * ActivitiesPerAccount;

    /// <summary>Of one test with separate processes.</summary>
    public static int Kills { get; } = IsFull ? 16 : 8;

    /// <summary>Of the test with one process.</summary>
    public static int StandaloneKills { get; } = IsFull ? 12 : 2;

    /// <summary>How long a test may wait for its jobs after the last kill.</summary>
    public static TimeSpan Deadline { get; } = TimeSpan.FromMinutes(IsFull ? 15 : 3);
}

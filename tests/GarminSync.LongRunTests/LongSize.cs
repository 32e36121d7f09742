namespace GarminSync.LongRunTests;

/// <summary>How long the world goes on, and for how many. <c>GARMINSYNC_LONG=full</c> asks for all of it.</summary>
/// <param name="Accounts">How many athletes.</param>
/// <param name="Days">How many days things happen; after them comes <see cref="Calm"/>.</param>
/// <param name="SyncEvery">How often each account is synchronised.</param>
/// <param name="Happenings">How many things happen.</param>
internal sealed record LongSize(int Accounts, int Days, TimeSpan SyncEvery, int Happenings)
{
    /// <summary>What was given up, or not to be had, is tried again after a day, three days and a week; nothing happens any more meanwhile.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromDays(12);

    /// <summary>In the calm.</summary>
    public static readonly TimeSpan CalmSyncEvery = TimeSpan.FromHours(24);

    public static readonly LongSize Short = new(Accounts: 2, Days: 4, TimeSpan.FromHours(8), Happenings: 15);

    public static readonly LongSize Full = new(
        Number("GARMINSYNC_LONG_ACCOUNTS", 50), Number("GARMINSYNC_LONG_DAYS", 60), TimeSpan.FromHours(1), Number("GARMINSYNC_LONG_HAPPENINGS", 1500));

    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("GARMINSYNC_LONG") == "full";

    /// <summary>Chooses what happens, and when.</summary>
    public static int Seed { get; } = Number("GARMINSYNC_LONG_SEED", 1);

    private static int Number(string name, int otherwise) => int.Parse(Environment.GetEnvironmentVariable(name) ?? $"{otherwise}");
}

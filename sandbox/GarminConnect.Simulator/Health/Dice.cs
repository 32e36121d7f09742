namespace GarminConnect.Simulator.Health;

/// <summary>
/// Chance without a sequence: a number follows from seed, topic and index alone. So any day and any minute can be made by itself, in any order, and two
/// series that pass over the same minute agree on it.
/// </summary>
internal readonly struct Dice(ulong seed)
{
    /// <summary>The dice of a day whose data were replaced.</summary>
    public Dice Revised(int revision) => revision == 0 ? this : new Dice(Mix(seed + (ulong)revision));

    /// <summary>From 0 to below 1.</summary>
    public double Unit(DiceTopic topic, long index) =>
        (Mix(seed ^ Mix(((ulong)topic << 56) ^ unchecked((ulong)index))) >> 11) * (1.0 / (1UL << 53));

    /// <summary>From <paramref name="min"/> to <paramref name="max"/>, both included.</summary>
    public int Between(int min, int max, DiceTopic topic, long index) => min + (int)(Unit(topic, index) * (max - min + 1));

    // SplitMix64.
    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}

namespace GarminSync.LongRunTests;

/// <summary>Something that happens.</summary>
/// <param name="Minute">When, from the beginning.</param>
/// <param name="What">What.</param>
/// <param name="Which">Chooses the account and everything else; from 0.</param>
internal sealed record Happening(int Minute, HappeningKind What, int Which)
{
    public TimeSpan At => TimeSpan.FromMinutes(Minute);

    /// <summary>One of so many, chosen anew for each purpose.</summary>
    public int Choose(int count, int purpose = 0) => (int)(((uint)Which * 2654435761u ^ (uint)purpose * 40503u) / 7 % (uint)count);
}

using GarminSync.Contracts;

namespace GarminSync.Consumers.Activities;

/// <summary>A file that is not in CentralDB, as the ledger notes it.</summary>
/// <param name="Format">One of <see cref="ActivityFileFormats"/>.</param>
/// <param name="Reason">One of <see cref="MissingFileReasons"/>.</param>
/// <param name="Explanation">For a person.</param>
internal sealed record MissingFile(string Format, string Reason, string Explanation)
{
    /// <summary>How often it was asked for in vain, by different jobs.</summary>
    public int Tries { get; init; } = 1;

    /// <summary>Syncs before this moment do not ask for it; null: only an edit or <c>force</c> does.</summary>
    public DateTimeOffset? NextTryAt { get; init; }

    /// <summary>Of a file that was too large for CentralDB; null for others.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>The same after another try in vain.</summary>
    /// <param name="before">What was noted before; null the first time.</param>
    /// <param name="now">The time of the try.</param>
    /// <param name="isFinal">Whether it will never be there.</param>
    public MissingFile After(MissingFile? before, DateTimeOffset now, bool isFinal)
    {
        var tries = (before?.Tries ?? 0) + 1;
        return this with { Tries = tries, NextTryAt = isFinal ? null : AskAgain.After(now, tries) };
    }

    public MissingActivityFile ToContract() => new() { Format = Format, Reason = Reason, Explanation = Explanation, NextTryAt = NextTryAt };
}

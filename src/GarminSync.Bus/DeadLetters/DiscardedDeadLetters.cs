namespace GarminSync.Bus.DeadLetters;

/// <summary>What came of looking through everything that was put aside.</summary>
/// <param name="Discarded">How many messages were discarded.</param>
/// <param name="LeftOut">The queues that could not be looked through, or not to their end, each with why, in words.</param>
public sealed record DiscardedDeadLetters(int Discarded, IReadOnlyList<string> LeftOut);

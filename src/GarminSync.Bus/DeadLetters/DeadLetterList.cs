namespace GarminSync.Bus.DeadLetters;

/// <summary>The first dead letters of a queue.</summary>
/// <param name="Messages">How many there are in all.</param>
/// <param name="DeadLetters">The first of them, in the order of the queue.</param>
public sealed record DeadLetterList(int Messages, IReadOnlyList<DeadLetter> DeadLetters);

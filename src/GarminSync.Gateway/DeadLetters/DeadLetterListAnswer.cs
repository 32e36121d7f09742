namespace GarminSync.Gateway.DeadLetters;

/// <summary>The first messages of a queue of dead letters.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="Messages">How many there are in all.</param>
/// <param name="DeadLetters">The first of them, <c>limit</c> at most; those after them are seen when these are gone.</param>
internal sealed record DeadLetterListAnswer(string Queue, int Messages, IReadOnlyList<DeadLetterAnswer> DeadLetters);

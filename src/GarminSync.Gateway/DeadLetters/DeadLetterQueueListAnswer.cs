namespace GarminSync.Gateway.DeadLetters;

/// <summary>What was put aside, queue by queue.</summary>
/// <param name="Queues">Those that hold something, by name; empty when all is well.</param>
/// <param name="Messages">How many messages there are in all.</param>
/// <param name="Note">What there is to know about the numbers; null for nothing.</param>
internal sealed record DeadLetterQueueListAnswer(IReadOnlyList<DeadLetterQueueAnswer> Queues, int Messages, string? Note);

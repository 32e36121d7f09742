namespace GarminSync.Gateway.DeadLetters;

/// <summary>A queue in which something was put aside.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="Source">The queue that the messages are from; null where each says so itself.</param>
/// <param name="Messages">How many there are.</param>
internal sealed record DeadLetterQueueAnswer(string Queue, string? Source, int Messages);

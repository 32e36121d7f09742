namespace GarminSync.Bus;

/// <summary>How much is in a queue now.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="Messages">Messages that wait; those that a consumer has in hand are not among them.</param>
/// <param name="Consumers">Who reads it.</param>
public sealed record QueueDepth(string Queue, int Messages, int Consumers);

namespace GarminSync.Bus.DeadLetters;

/// <summary>A dead letter cannot go back: its queue is not on the broker. Nothing was changed.</summary>
public sealed class QueueMissingException(string queue, Exception inner)
    : Exception($"The queue {queue} is not on the broker. The consumers make it when they start.", inner);

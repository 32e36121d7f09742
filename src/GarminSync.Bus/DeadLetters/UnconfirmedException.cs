namespace GarminSync.Bus.DeadLetters;

/// <summary>The broker did not confirm in time that a dead letter is in its queue again. It is still where it was, and may be in its queue too.</summary>
public sealed class UnconfirmedException(string queue, Exception inner) : Exception($"The broker did not confirm in time that a message is in the queue {queue}.", inner);

namespace GarminSync.Consumers.Erasure;

/// <summary>The broker could not be asked for what was put aside. Asked again later, it is.</summary>
internal sealed class DeadLettersAwayException(Exception inner)
    : Exception("RabbitMQ did not answer when the messages that were put aside were looked through for those of the user.", inner);

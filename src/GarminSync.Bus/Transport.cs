namespace GarminSync.Bus;

/// <summary>What carries the messages.</summary>
public enum Transport
{
    /// <summary>A RabbitMQ broker or cluster.</summary>
    RabbitMq,

    /// <summary>The memory of one process: the standalone.</summary>
    InMemory,
}

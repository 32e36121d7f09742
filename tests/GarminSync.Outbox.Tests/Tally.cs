using MassTransit;

namespace GarminSync.Outbox.Tests;

internal sealed class Tally : SagaStateMachineInstance
{
    public Guid CorrelationId { get; set; }

    public string CurrentState { get; set; } = "";

    public string? Name { get; set; }

    public int Count { get; set; }
}

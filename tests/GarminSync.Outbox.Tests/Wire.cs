using System.Collections.Concurrent;
using MassTransit;

namespace GarminSync.Outbox.Tests;

/// <summary>A subscriber without an inbox: all that was really published, copies included, in the order of arrival.</summary>
internal sealed class Wire
{
    private readonly ConcurrentQueue<ConsumeContext> _heard = new();

    public void Add(ConsumeContext context) => _heard.Enqueue(context);

    public IReadOnlyList<ConsumeContext<T>> Of<T>()
        where T : class => [.. _heard.OfType<ConsumeContext<T>>()];
}

internal sealed class WireTap(Wire wire) :
    IConsumer<Ticked>, IConsumer<TallyClosed>, IConsumer<NoSuchTally>, IConsumer<NoteWritten>, IConsumer<Fault<WriteNote>>
{
    public Task Consume(ConsumeContext<Ticked> context) => Hear(context);

    public Task Consume(ConsumeContext<TallyClosed> context) => Hear(context);

    public Task Consume(ConsumeContext<NoSuchTally> context) => Hear(context);

    public Task Consume(ConsumeContext<NoteWritten> context) => Hear(context);

    public Task Consume(ConsumeContext<Fault<WriteNote>> context) => Hear(context);

    private Task Hear(ConsumeContext context)
    {
        wire.Add(context);
        return Task.CompletedTask;
    }
}

internal sealed class WireTapDefinition : ConsumerDefinition<WireTap>
{
    protected override void ConfigureConsumer(IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<WireTap> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.ConcurrentMessageLimit = 1;
}

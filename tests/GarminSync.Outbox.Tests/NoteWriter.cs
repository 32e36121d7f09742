using MassTransit;

namespace GarminSync.Outbox.Tests;

/// <summary>Handles <see cref="WriteNote"/> as the test says.</summary>
internal sealed class NoteWriter(OutboxDbContext db, NoteScript script) : IConsumer<WriteNote>
{
    public Task Consume(ConsumeContext<WriteNote> context)
    {
        Interlocked.Increment(ref script.Runs);
        return script.Handle(context, db);
    }
}

internal sealed class NoteScript
{
    public int Runs;

    public Func<ConsumeContext<WriteNote>, OutboxDbContext, Task> Handle { get; set; } = (context, db) =>
    {
        db.Add(new Note { Id = context.Message.Id });
        return context.Publish(new NoteWritten(context.Message.Id), context.CancellationToken);
    };
}

internal sealed class NoteWriterDefinition : ConsumerDefinition<NoteWriter>
{
    public const int DeliveryLimit = 3;

    protected override void ConfigureConsumer(IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<NoteWriter> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.ConcurrentMessageLimit = 8;
        if (endpointConfigurator is IRabbitMqReceiveEndpointConfigurator rabbit)
        {
            rabbit.SetQuorumQueue();
            rabbit.SetQueueArgument("x-delivery-limit", DeliveryLimit);
        }

        endpointConfigurator.UseMessageRetry(retry => retry.Immediate(2));
        endpointConfigurator.WaitOutStateStoreOutages(context);
        endpointConfigurator.UseStateStoreOutbox(context);
    }
}

using MassTransit;

namespace GarminSync.Outbox.Tests;

public sealed record ComeBack(string Id, int Times);

/// <summary>A consumer without an inbox that puts a message back as often as it says.</summary>
internal sealed class Returner(StateOutbox outbox) : IConsumer<ComeBack>
{
    public static readonly TimeSpan Delay = TimeSpan.FromMinutes(1);

    public Task Consume(ConsumeContext<ComeBack> context) => context.GetRedeliveryCount() < context.Message.Times
        ? outbox.PutBackAsync(context, Delay)
        : context.Publish(new NoteWritten(context.Message.Id, context.GetRedeliveryCount()), context.CancellationToken);
}

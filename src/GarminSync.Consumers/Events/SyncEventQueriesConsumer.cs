using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Events;

/// <summary>Answers questions about events.</summary>
internal sealed class SyncEventQueriesConsumer(EventQueries events) : IConsumer<GetPublicEvents>
{
    public async Task Consume(ConsumeContext<GetPublicEvents> context)
    {
        var answer = await events.ReadAsync(context.Message, context.CancellationToken);
        await context.RespondAsync(answer, answer.GetType());
    }
}

using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Operations;

/// <summary>Answers the operator's question how everything is.</summary>
internal sealed class SyncOperationsConsumer(OperationsQueries operations) : IConsumer<GetOperations>
{
    public async Task Consume(ConsumeContext<GetOperations> context) =>
        await context.RespondAsync(await operations.ReadAsync(context.Message, context.CancellationToken));
}

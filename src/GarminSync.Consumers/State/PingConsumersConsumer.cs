using GarminSync.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.State;

/// <summary>Gives the gateway a sign of life. Anybody may cause one, by asking for the gateway's health, so it touches no table.</summary>
internal sealed class PingConsumersConsumer(StateDb db) : IConsumer<PingConsumers>
{
    public async Task Consume(ConsumeContext<PingConsumers> context)
    {
        await db.Database.ExecuteSqlAsync($"SELECT 1", context.CancellationToken);
        await context.RespondAsync(new ConsumersPinged());
    }
}

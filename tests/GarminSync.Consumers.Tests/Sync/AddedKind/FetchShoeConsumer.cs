using GarminSync.Consumers.Sync;
using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Tests.Sync.AddedKind;

internal sealed class FetchShoeConsumer(Shoes shoes, WorkOrderTools tools) : WorkOrderConsumer<FetchShoe>(tools)
{
    protected override Task<Trouble?> WorkAsync(ConsumeContext<FetchShoe> context, WorkAttempt attempt) =>
        attempt.RunAsync(_ => FetchAsync(context), context.CancellationToken);

    private async Task<Trouble?> FetchAsync(ConsumeContext<FetchShoe> context)
    {
        var order = context.Message;
        if (shoes.Fetch(order.Order.Name, order.Attempt) == ShoeFetch.Unknown)
        {
            return new Trouble(TroubleAction.GiveUp, "Garmin does not know this shoe.");
        }

        var synced = new ShoeSynced { UserId = order.UserId, Name = order.Order.Name };
        await new IdentifiedEvent(synced, MessageIds.From(nameof(ShoeSynced), synced.UserId, synced.Name)).PublishAsync(context);
        return null;
    }
}

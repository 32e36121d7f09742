using GarminSync.Consumers.Sync;
using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Tests.Sync.AddedKind;

internal sealed class FetchShoeConsumer(Shoes shoes, WorkOrderTools tools) : WorkOrderConsumer<FetchShoe>(tools)
{
    protected override bool GoesOn => shoes.GoOn;

    protected override Task<Trouble?> WorkAsync(ConsumeContext context, FetchShoe order, WorkAttempt attempt) =>
        attempt.RunAsync(_ => FetchAsync(context, order), context.CancellationToken);

    private async Task<Trouble?> FetchAsync(ConsumeContext context, FetchShoe order)
    {
        switch (shoes.Fetch(order.Order.Name, order.Attempt))
        {
            case ShoeFetch.Unknown:
                return new Trouble(TroubleAction.GiveUp, "Garmin does not know this shoe.");
            case ShoeFetch.Unreadable:
                return new Trouble(TroubleAction.TryAgain, "What Garmin says of this shoe cannot be read.");
        }

        var synced = new ShoeSynced { UserId = order.UserId, Name = order.Order.Name };
        await new IdentifiedEvent(synced, MessageIds.From(nameof(ShoeSynced), synced.UserId, synced.Name)).PublishAsync(context);
        return null;
    }
}

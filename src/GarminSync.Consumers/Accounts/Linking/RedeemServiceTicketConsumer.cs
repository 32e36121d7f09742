using GarminSync.Bus.Secrets;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Accounts;

internal sealed class RedeemServiceTicketConsumer(TicketWayIn wayIn, SecretSealer sealer, LoginReplies replies) : IConsumer<RedeemServiceTicket>
{
    public Task Consume(ConsumeContext<RedeemServiceTicket> context)
    {
        var redeem = context.Message;
        return replies.ReplyAsync(context, () => wayIn.LinkAsync(sealer.Open(redeem.SealedTicket), redeem.ServiceUrl, redeem.Email, context.CancellationToken));
    }
}

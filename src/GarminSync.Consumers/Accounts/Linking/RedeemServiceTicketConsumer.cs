using GarminSync.Bus.Secrets;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Accounts;

internal sealed class RedeemServiceTicketConsumer(LinkByTicket link, SecretSealer sealer, LinkingReplies replies) : IConsumer<RedeemServiceTicket>
{
    public Task Consume(ConsumeContext<RedeemServiceTicket> context)
    {
        var redeem = context.Message;
        return replies.ReplyAsync(context, () => link.LinkAsync(
            sealer.Open(redeem.SealedTicket, SecretUse.LoginTicket(redeem.Email)), redeem.ServiceUrl, redeem.Email, context.CancellationToken));
    }
}

using GarminSync.Bus.Secrets;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Accounts;

internal sealed class LinkGarminAccountConsumer(LinkByPassword link, SecretSealer sealer, LinkingReplies replies) : IConsumer<LinkGarminAccount>
{
    public Task Consume(ConsumeContext<LinkGarminAccount> context) => replies.ReplyAsync(
        context, () => link.LinkAsync(context.Message.UserName, sealer.Open(context.Message.SealedPassword), context.CancellationToken));
}

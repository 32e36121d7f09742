using GarminSync.Bus.Secrets;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Accounts;

internal sealed class LinkGarminAccountConsumer(PasswordWayIn wayIn, SecretSealer sealer, LoginReplies replies) : IConsumer<LinkGarminAccount>
{
    public Task Consume(ConsumeContext<LinkGarminAccount> context) => replies.ReplyAsync(
        context, () => wayIn.LinkAsync(context.Message.UserName, sealer.Open(context.Message.SealedPassword), context.CancellationToken));
}

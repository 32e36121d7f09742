using GarminSync.Bus.Secrets;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Accounts;

internal sealed class LinkGarminAccountConsumer(LinkByPassword link, SecretSealer sealer, LinkingReplies replies) : IConsumer<LinkGarminAccount>
{
    public Task Consume(ConsumeContext<LinkGarminAccount> context)
    {
        var login = context.Message;
        return replies.ReplyAsync(context, () => link.LinkAsync(
            login.UserName, sealer.Open(login.SealedPassword, SecretUse.LoginPassword(login.UserName)), context.CancellationToken));
    }
}

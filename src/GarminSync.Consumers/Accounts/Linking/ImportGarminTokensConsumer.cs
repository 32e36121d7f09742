using GarminSync.Bus.Secrets;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Accounts;

internal sealed class ImportGarminTokensConsumer(LinkByTokenFile link, SecretSealer sealer, LinkingReplies replies) : IConsumer<ImportGarminTokens>
{
    public Task Consume(ConsumeContext<ImportGarminTokens> context)
    {
        var import = context.Message;
        return replies.ReplyAsync(context, () => link.LinkAsync(
            sealer.Open(import.SealedTokens, SecretUse.LoginTokens(import.Email)), import.Email, context.CancellationToken));
    }
}

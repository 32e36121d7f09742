using GarminSync.Bus.Secrets;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Accounts;

internal sealed class ImportGarminTokensConsumer(LinkByTokenFile link, SecretSealer sealer, LinkingReplies replies) : IConsumer<ImportGarminTokens>
{
    public Task Consume(ConsumeContext<ImportGarminTokens> context) => replies.ReplyAsync(
        context, () => link.LinkAsync(sealer.Open(context.Message.SealedTokens), context.Message.Email, context.CancellationToken));
}

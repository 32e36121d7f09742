using GarminSync.Bus.Secrets;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Accounts;

internal sealed class ImportGarminTokensConsumer(TokenFileWayIn wayIn, SecretSealer sealer, LoginReplies replies) : IConsumer<ImportGarminTokens>
{
    public Task Consume(ConsumeContext<ImportGarminTokens> context) => replies.ReplyAsync(
        context, () => wayIn.LinkAsync(sealer.Open(context.Message.SealedTokens), context.Message.Email, context.CancellationToken));
}

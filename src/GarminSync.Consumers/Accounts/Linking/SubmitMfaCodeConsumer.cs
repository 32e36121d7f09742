using GarminSync.Bus.Secrets;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Accounts;

internal sealed class SubmitMfaCodeConsumer(LinkByCode link, SecretSealer sealer, LinkingReplies replies) : IConsumer<SubmitMfaCode>
{
    public Task Consume(ConsumeContext<SubmitMfaCode> context) => replies.ReplyAsync(
        context, () => link.LinkAsync(context.Message.LoginId, sealer.Open(context.Message.SealedCode), context.CancellationToken));
}

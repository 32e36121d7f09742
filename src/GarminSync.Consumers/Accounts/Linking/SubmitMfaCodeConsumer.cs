using GarminSync.Bus.Secrets;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Accounts;

internal sealed class SubmitMfaCodeConsumer(LinkByCode link, SecretSealer sealer, LinkingReplies replies) : IConsumer<SubmitMfaCode>
{
    public Task Consume(ConsumeContext<SubmitMfaCode> context)
    {
        var submit = context.Message;
        return replies.ReplyAsync(context, () => link.LinkAsync(
            submit.LoginId, sealer.Open(submit.SealedCode, SecretUse.LoginCode(submit.LoginId)), context.CancellationToken));
    }
}

using GarminSync.Bus.Secrets;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Accounts;

internal sealed class SubmitMfaCodeConsumer(CodeWayIn wayIn, SecretSealer sealer, LoginReplies replies) : IConsumer<SubmitMfaCode>
{
    public Task Consume(ConsumeContext<SubmitMfaCode> context) => replies.ReplyAsync(
        context, () => wayIn.LinkAsync(context.Message.LoginId, sealer.Open(context.Message.SealedCode), context.CancellationToken));
}

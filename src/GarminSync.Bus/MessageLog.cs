using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace GarminSync.Bus;

/// <summary>Writes one line for each message that was handled, and puts the ids of the message and its job on every line written meanwhile.</summary>
internal sealed partial class MessageLog<T>(ILogger<MessageLog<T>> logger) : IFilter<ConsumeContext<T>>
    where T : class
{
    private static readonly Func<T, object?> JobId = typeof(T).GetProperty("JobId") is { } property ? property.GetValue : _ => null;

    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        using var scope = logger.BeginScope(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["MessageId"] = context.MessageId,
            ["ConversationId"] = context.ConversationId,
            ["JobId"] = JobId(context.Message),
        });
        MessageWaits.Note(context);
        var started = Stopwatch.GetTimestamp();
        var outcome = "failed";
        try
        {
            await next.Send(context);
            outcome = "was handled";
        }
        finally
        {
            LogMessage(typeof(T).Name, context.MessageId, outcome, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("messageLog");

    [LoggerMessage(200, LogLevel.Information, "{MessageType} {MessageId} {Outcome} in {ElapsedMilliseconds:0} ms")]
    private partial void LogMessage(string messageType, Guid? messageId, string outcome, double elapsedMilliseconds);
}

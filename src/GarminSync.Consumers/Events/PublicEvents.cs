using System.Text.Encodings.Web;
using System.Text.Json;
using GarminSync.Contracts;
using GarminSync.Outbox;

namespace GarminSync.Consumers.Events;

/// <summary>How public events are told from other messages in the outbox, and what is kept of them.</summary>
internal static class PublicEvents
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, string> NamesByUrn =
        PublicEventTypes.All.ToDictionary(name => $"urn:message:{typeof(PublicEvent).Namespace}:{name}", StringComparer.Ordinal);

    /// <summary>Whether it is one; an answer to a request is none.</summary>
    public static bool Is(OutgoingMessage message) => !message.IsAnswer && NamesByUrn.ContainsKey(message.MessageType);

    /// <summary>The event to keep; only of a message that <see cref="Is"/> one.</summary>
    public static PendingEvent From(OutgoingMessage message)
    {
        using var body = JsonDocument.Parse(message.Body);
        var said = body.RootElement.GetProperty("message");
        return new PendingEvent
        {
            MessageId = message.MessageId,
            Type = NamesByUrn[message.MessageType],
            UserId = said.TryGetProperty("userId", out var user) ? user.GetString() : null,
            JobId = said.TryGetProperty("jobId", out var job) && job.ValueKind == JsonValueKind.String ? job.GetGuid() : null,
            SentAt = message.SentAt,
            Message = OnOneLine(said),
        };
    }

    // The bus writes it with line breaks; it means the same without.
    private static string OnOneLine(JsonElement said) => JsonSerializer.Serialize(said, OneLine);
}

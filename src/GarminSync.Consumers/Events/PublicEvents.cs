using System.Text.Encodings.Web;
using System.Text.Json;
using GarminSync.Contracts;
using GarminSync.Outbox;
using MassTransit;

namespace GarminSync.Consumers.Events;

/// <summary>The messages that are events for subscribers, and how they are told from others in the outbox. docs/messages.md describes them.</summary>
internal static class PublicEvents
{
    /// <summary>All types of public events.</summary>
    public static readonly IReadOnlyList<Type> Types =
    [
        typeof(GarminAccountLinked), typeof(GarminAccountUnlinked), typeof(GarminReauthenticationRequired),
        typeof(SyncStarted), typeof(SyncProgressed), typeof(SyncCompleted), typeof(SyncFailed), typeof(SyncCancelled),
        typeof(ActivitySynced), typeof(ActivityDeleted), typeof(ActivitySyncFailed),
        typeof(HealthMetricsSynced),
        typeof(WorkoutUploaded), typeof(WorkoutUploadFailed),
    ];

    /// <summary>Those of them that end a job.</summary>
    public static readonly IReadOnlyList<string> EndOfJob = [nameof(SyncCompleted), nameof(SyncFailed), nameof(SyncCancelled)];

    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, string> NamesByUrn =
        Types.ToDictionary(MessageUrn.ForTypeString, type => type.Name, StringComparer.Ordinal);

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

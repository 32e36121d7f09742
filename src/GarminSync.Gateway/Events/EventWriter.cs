using System.Buffers;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text.Encodings.Web;
using System.Text.Json;
using GarminSync.Contracts;

namespace GarminSync.Gateway.Events;

/// <summary>
/// Writes a stream of server-sent events. The framework's own answer of that kind (<c>TypedResults.ServerSentEvents</c>) writes neither comments nor an id without
/// an event, and a heartbeat is both.
/// </summary>
internal sealed class EventWriter(HttpResponse response, CancellationToken cancellationToken)
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Sends the headers, how soon to come back after a break, and the id to come back with before the first event.</summary>
    public Task BeginAsync(long next)
    {
        response.ContentType = "text/event-stream";
        response.Headers["X-Accel-Buffering"] = "no"; // or nginx would keep the events until a buffer is full
        return WriteTextAsync($": GarminSync\nretry: 2000\n{Id(next)}\n\n");
    }

    /// <summary>Returns when the caller has taken them, but for what fits into the buffers of the connection.</summary>
    public async Task WriteAsync(IEnumerable<PublicEvent> events)
    {
        await SseFormatter.WriteAsync(ItemsAsync(events), response.Body, (item, buffer) => WriteData(item.Data, buffer), cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }

    /// <summary>A comment that programs pass over, and the id to come back with: a reader of rare events would come back with an id that is too old.</summary>
    public Task WriteHeartbeatAsync(long next) => WriteTextAsync($": still here\n{Id(next)}\n\n");

    private static string Id(long id) => string.Create(CultureInfo.InvariantCulture, $"id: {id}");

    private static async IAsyncEnumerable<SseItem<PublicEvent>> ItemsAsync(IEnumerable<PublicEvent> events)
    {
        foreach (var one in events)
        {
            yield return new SseItem<PublicEvent>(one, one.Type) { EventId = one.Id.ToString(CultureInfo.InvariantCulture) };
        }

        await Task.CompletedTask;
    }

    // The envelope as on the bus, without what only concerns the bus.
    private static void WriteData(PublicEvent one, IBufferWriter<byte> buffer)
    {
        using var json = new Utf8JsonWriter(buffer, Json);
        json.WriteStartObject();
        json.WriteString("messageId", one.MessageId);
        json.WriteStartArray("messageType");
        json.WriteStringValue($"urn:message:{typeof(PublicEvent).Namespace}:{one.Type}");
        json.WriteEndArray();
        json.WriteString("sentTime", one.SentAt.UtcDateTime);
        json.WritePropertyName("message");
        json.WriteRawValue(one.Message);
        json.WriteEndObject();
    }

    private async Task WriteTextAsync(string text)
    {
        await response.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}

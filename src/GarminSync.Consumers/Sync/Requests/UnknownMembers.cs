using System.Text.Json;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>
/// Finds what a <see cref="SyncRequested"/> has that this version does not know, such as <c>start_date</c> for <c>startDate</c>. Passed over, it would make a request
/// for two days one for everything.
/// </summary>
internal static class UnknownMembers
{
    private const string Envelope = "application/vnd.masstransit+json";

    // As MassTransit reads: what it takes for a request must be looked at here too.
    private static readonly JsonDocumentOptions AsOnTheBus = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private static readonly string[] Known = [.. typeof(SyncRequested).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))];

    /// <summary>A sentence for a person that names them; null when there are none.</summary>
    public static string? In(ReceiveContext received)
    {
        try
        {
            using var body = JsonDocument.Parse(PlainJson.WithoutMark(received.GetBody()), AsOnTheBus);
            var request = received.ContentType?.MediaType == Envelope ? Message(body.RootElement) : body.RootElement;
            var unknown = request.ValueKind != JsonValueKind.Object ? [] : request.EnumerateObject()
                .Where(member => member.Value.ValueKind != JsonValueKind.Null && !Known.Contains(member.Name, StringComparer.OrdinalIgnoreCase))
                .Select(member => Named(member.Name))
                .ToList();
            return unknown.Count == 0 ? null : $"This version does not know {string.Join(", ", unknown)}. What a request may have: {string.Join(", ", Known)}.";
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // An empty body asks for the only account. What else is no JSON has not been read as a request.
            return null;
        }
    }

    private static JsonElement Message(JsonElement envelope) =>
        envelope.EnumerateObject().FirstOrDefault(member => member.Name.Equals("message", StringComparison.OrdinalIgnoreCase)).Value;

    private static string Named(string name) =>
        Array.Find(Known, known => string.Equals(known, Letters(name), StringComparison.OrdinalIgnoreCase)) is { } meant ? $"'{name}' (on the bus it is {meant})" : $"'{name}'";

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}

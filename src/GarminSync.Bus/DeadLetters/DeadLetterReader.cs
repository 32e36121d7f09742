using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RabbitMQ.Client;

namespace GarminSync.Bus.DeadLetters;

/// <summary>Makes of a message what a person may see of it.</summary>
internal static class DeadLetterReader
{
    private const int LongestShown = 16 * 1024;
    private const int LongestParsed = 1024 * 1024;
    private const int LongestReason = 2000;
    private const int LongestId = 100;

    /// <summary>The message id, or a hash where there is none that fits into an address.</summary>
    public static string IdOf(BasicGetResult message)
    {
        var id = message.BasicProperties.MessageId ?? "";
        return id.Length is > 0 and <= LongestId && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? id
            : Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(id), .. message.Body.Span]).AsSpan(0, 16));
    }

    /// <summary>The queue that a message goes back to: one of ours, or null.</summary>
    public static string? SourceOf(BasicGetResult message, string deadLetterQueue)
    {
        if (!LastingQueues.HoldsDeadLetters(deadLetterQueue, out var source) || source is not null)
        {
            return source;
        }

        // A message of an error queue that was looked at too often goes back to where the errors are from.
        var first = message.BasicProperties.Death()?.Queue;
        return first is null ? null : LastingQueues.All.Contains(first) ? first : LastingQueues.HoldsDeadLetters(first, out source) ? source : null;
    }

    public static DeadLetter Read(BasicGetResult message, string deadLetterQueue)
    {
        var properties = message.BasicProperties;
        var failedAt = FailedAt(message);
        var letter = new DeadLetter
        {
            Id = IdOf(message),
            Source = SourceOf(message, deadLetterQueue),
            FailedAt = failedAt,
            FirstFailedAt = properties.Time(DeadLetterHeaders.FirstFailedAt) ?? failedAt,
            TimesPutBack = (int)Math.Clamp(properties.Number(DeadLetterHeaders.TimesPutBack), 0, int.MaxValue),
            ExceptionType = properties.Text("MT-Fault-ExceptionType"),
            Reason = Reason(properties),
            Bytes = message.Body.Length,
        };
        return message.Body.Length <= LongestParsed && TryParse(message.Body) is { } document ? WithJson(letter, document) : WithText(letter, message.Body.Span);
    }

    /// <summary>UTC time of the last failure; null when nothing says so.</summary>
    public static DateTimeOffset? FailedAt(BasicGetResult message) => message.BasicProperties.Time("MT-Fault-Timestamp") ?? message.BasicProperties.Death()?.At;

    /// <summary>Whom a message is about. Of one that is not JSON, nothing is known.</summary>
    public static DeadLetterSubject SubjectOf(BasicGetResult message)
    {
        using var document = TryParse(message.Body);
        if (document?.RootElement is not { ValueKind: JsonValueKind.Object } root)
        {
            return new DeadLetterSubject(UserId: null, JobId: null, UserName: null);
        }

        try
        {
            return new DeadLetterSubject(
                UserOf(root), Guid.TryParse(TextOf(root, "jobId"), out var job) ? job : null, TextOf(root, "userName") ?? TextOf(root, "email"));
        }
        catch (InvalidOperationException)
        {
            return new DeadLetterSubject(UserId: null, JobId: null, UserName: null); // half a character in one of them: no name of ours
        }
    }

    private static string Reason(IReadOnlyBasicProperties properties)
    {
        if (properties.Text("MT-Fault-Message") is { Length: > 0 } told)
        {
            var line = string.Concat(SecretMask.InText(told).Select(c => char.IsControl(c) ? ' ' : c)).Trim();
            return line.Length > LongestReason ? line[..LongestReason] + "…" : line;
        }

        return properties.Death() switch
        {
            { Reason: "delivery_limit" } => "It was delivered many times and never acknowledged: it takes down, or blocks, the process that handles it.",
            { Reason: { } reason } => $"The broker put it aside: {reason}.",
            _ => "No consumer of its queue knows a message of this type.",
        };
    }

    private static JsonDocument? TryParse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null; // shown as text
        }
    }

    private static DeadLetter WithJson(DeadLetter letter, JsonDocument document)
    {
        using (document)
        {
            try
            {
                var root = document.RootElement;
                var shown = SecretMask.InJson(root);
                letter = letter with { MessageType = TypeOf(root), UserId = UserOf(root) };
                if (shown.Length <= LongestShown)
                {
                    using var masked = JsonDocument.Parse(shown);
                    return letter with { Body = masked.RootElement.Clone() };
                }

                return letter with { BodyText = Shown(shown.Span), IsCut = true };
            }
            catch (InvalidOperationException)
            {
                // Half a character in some text of it.
                return letter with { BodyText = "(JSON that is not Unicode)", IsCut = true };
            }
        }
    }

    // Masked before it is cut, with some more than is shown: a secret must not be told by half its name.
    private static DeadLetter WithText(DeadLetter letter, ReadOnlySpan<byte> body) =>
        letter with { BodyText = Shown(Encoding.UTF8.GetBytes(SecretMask.InText(Encoding.UTF8.GetString(body[..Math.Min(body.Length, 2 * LongestShown)])))), IsCut = body.Length > LongestShown };

    private static string Shown(ReadOnlySpan<byte> text) => string.Concat(
        Encoding.UTF8.GetString(text[..Math.Min(text.Length, LongestShown)]).Select(c => char.IsControl(c) && c is not ('\n' or '\t') ? '\u2423' : c));

    private static string? TypeOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("messageType", out var types) && types.ValueKind == JsonValueKind.Array && types.GetArrayLength() > 0
        && types[0] is { ValueKind: JsonValueKind.String } type
            ? type.GetString()!.Split(':')[^1]
            : null;

    private static string? UserOf(JsonElement root) => TextOf(root, "userId");

    private static string? TextOf(JsonElement root, string name)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var message = root.TryGetProperty("message", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : root;
        return message.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;
    }
}

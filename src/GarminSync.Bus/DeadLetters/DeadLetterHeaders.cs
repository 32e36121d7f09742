using System.Globalization;
using System.Text;
using RabbitMQ.Client;

namespace GarminSync.Bus.DeadLetters;

/// <summary>The headers of a message that was put aside: what MassTransit and the broker write there, and two of ours.</summary>
internal static class DeadLetterHeaders
{
    /// <summary>How often a person put it back.</summary>
    public const string TimesPutBack = "GarminSync-Times-Put-Back";

    /// <summary>UTC time of its first failure, ISO 8601.</summary>
    public const string FirstFailedAt = "GarminSync-First-Failed-At";

    /// <summary>How often a quorum queue has handed the message out before.</summary>
    public const string Deliveries = "x-delivery-count";

    // Why it was put aside, and how often it was handed out: of the life that ends when it is put back.
    private static readonly string[] OfThisFailure =
    [
        "MT-Reason", "MT-Fault-", "MT-Host-", "x-death", "x-first-death-", "x-last-death-", "x-opt-", "x-delivery-count", "x-acquired-count",
    ];

    public static string? Text(this IReadOnlyBasicProperties properties, string name) => properties.Headers?.TryGetValue(name, out var value) == true ? Text(value) : null;

    public static long Number(this IReadOnlyBasicProperties properties, string name) =>
        long.TryParse(properties.Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static DateTimeOffset? Time(this IReadOnlyBasicProperties properties, string name) =>
        DateTimeOffset.TryParse(properties.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    /// <summary>What the broker says of the last time that it put the message aside itself; null when it never did.</summary>
    public static (string? Queue, string? Reason, DateTimeOffset? At)? Death(this IReadOnlyBasicProperties properties)
    {
        if (properties.Headers?.TryGetValue("x-death", out var deaths) != true || deaths is not IList<object?> { Count: > 0 } list || list[0] is not IDictionary<string, object?> last)
        {
            return null;
        }

        DateTimeOffset? at = last.TryGetValue("time", out var time) && time is AmqpTimestamp { UnixTime: var seconds } && seconds is > 0 and < 253402300800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
        return (properties.Text("x-first-death-queue") ?? Text(last.TryGetValue("queue", out var queue) ? queue : null), Text(last.TryGetValue("reason", out var reason) ? reason : null), at);
    }

    /// <summary>The properties with which a message goes back to its queue: as it was sent, and remembering that it has failed before.</summary>
    public static BasicProperties ForReturn(this IReadOnlyBasicProperties properties, DateTimeOffset firstFailedAt)
    {
        var back = properties.Copied(name => !OfThisFailure.Any(own => name.StartsWith(own, StringComparison.OrdinalIgnoreCase)));
        back.Headers![TimesPutBack] = properties.Number(TimesPutBack) + 1;
        back.Headers[FirstFailedAt] = firstFailedAt.ToString("O", CultureInfo.InvariantCulture);
        return back;
    }

    /// <summary>The same properties, for a copy that takes the place of a message that has been looked at often.</summary>
    public static BasicProperties ForCopy(this IReadOnlyBasicProperties properties) => properties.Copied(name => name is not (Deliveries or "x-acquired-count"));

    private static BasicProperties Copied(this IReadOnlyBasicProperties properties, Func<string, bool> keeps)
    {
        var copy = new BasicProperties(properties)
        {
            Persistent = true,
            Headers = (properties.Headers ?? new Dictionary<string, object?>(StringComparer.Ordinal))
                .Where(header => keeps(header.Key)).ToDictionary(header => header.Key, header => header.Value, StringComparer.Ordinal),
        };

        // The broker refuses a name that is not the sender's own.
        copy.ClearUserId();
        copy.ClearExpiration();
        return copy;
    }

    private static string? Text(object? value) => value switch
    {
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        IFormattable formattable => formattable.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };
}

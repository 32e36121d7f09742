using System.Globalization;
using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>
/// Reads members of Garmin's JSON, which come absent, null, as <c>97</c>, <c>97.0</c> or <c>"97"</c>. What is not as expected is null, never an error.
/// </summary>
internal static class LenientJson
{
    /// <summary>The body as JSON, or null when it is not JSON.</summary>
    public static async Task<JsonDocument?> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            await using var body = await AnswerBody.OpenAsync(content, cancellationToken);
            return await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static JsonElement? Member(JsonElement parent, string name)
    {
        try
        {
            return parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null
                ? member
                : null;
        }
        catch (InvalidOperationException)
        {
            // A name with half of a surrogate pair in it, as in Text below.
            return null;
        }
    }

    /// <summary>Whether the member is there, be it null.</summary>
    public static bool Has(JsonElement parent, string name)
    {
        try
        {
            return parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out _);
        }
        catch (InvalidOperationException)
        {
            // A name with half of a surrogate pair in it, as in Text below.
            return false;
        }
    }

    /// <summary>
    /// What lies at the end of a path such as <c>values.restingHR</c>: null when it is not there, undefined when something on the way is no object.
    /// </summary>
    public static JsonElement? At(JsonElement parent, string path)
    {
        var found = parent;
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (found.ValueKind != JsonValueKind.Object)
            {
                return default(JsonElement);
            }

            if (Member(found, name) is not { } member)
            {
                return null;
            }

            found = member;
        }

        return found.ValueKind == JsonValueKind.Null ? null : found;
    }

    /// <summary>The members whose names are text.</summary>
    public static IEnumerable<(string Name, JsonElement Value)> Members(JsonElement parent)
    {
        foreach (var member in parent.ValueKind == JsonValueKind.Object ? parent.EnumerateObject() : default)
        {
            if (NameOf(member) is { } name)
            {
                yield return (name, member.Value);
            }
        }
    }

    public static string? Text(JsonElement parent, string name) => Member(parent, name) is { } member ? Text(member) : null;

    public static double? Number(JsonElement parent, string name) => Number(Member(parent, name));

    public static double? Number(JsonElement? value) => Decimal(value) is { } number ? (double)number : null;

    public static long? Whole(JsonElement parent, string name) => Member(parent, name) is { } member ? Whole(member) : null;

    public static long? Whole(JsonElement value) =>
        Decimal(value) is { } number && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue ? (long)number : null;

    public static bool? Flag(JsonElement parent, string name) => Member(parent, name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static DateTimeOffset? UnixSeconds(JsonElement parent, string name) => UnixMilliseconds(Number(parent, name) * 1000);

    public static DateTimeOffset? UnixMilliseconds(JsonElement parent, string name) => UnixMilliseconds(Number(parent, name));

    public static DateTimeOffset? UnixMilliseconds(double? milliseconds) =>
        // 0 is Garmin's way to say that there is no time; the end is the year 9999.
        milliseconds is > 0 and < 253_402_300_800_000 ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds) : null;

    private static decimal? Decimal(JsonElement? value)
    {
        var text = value?.ValueKind is JsonValueKind.Number or JsonValueKind.String ? Text(value.Value) : null;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    public static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape: JSON allows it, text does not.
            return null;
        }
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, as above.
            return null;
        }
    }
}

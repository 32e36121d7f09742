using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GarminConnect.Client.Health;

/// <summary>What is kept beside a value.</summary>
internal static class RowDetails
{
    /// <summary>The members of a row that are there, under our names; null for none.</summary>
    /// <remarks>Only what every endpoint of a value has, and what stays: anything else would make the value seem to change.</remarks>
    public static Func<JsonElement, JsonObject?> Of(params IReadOnlyList<(string Name, string Path)> members) => row =>
    {
        var details = new JsonObject();
        foreach (var (name, path) in members)
        {
            if (LenientJson.At(row, path) is { } member && Copy(member) is { } copy)
            {
                details[name] = copy;
            }
        }

        return details.Count > 0 ? details : null;
    };

    /// <summary>The same, and the UTC time at which what the row tells of ends.</summary>
    /// <param name="end">The member that has it.</param>
    /// <param name="members">Name and path of the others.</param>
    public static Func<JsonElement, JsonObject?> Until(string end, params IReadOnlyList<(string Name, string Path)> members) => row =>
    {
        var details = new JsonObject();
        AddTime(details, "end", AnswerTime.Utc(row, end));
        foreach (var (name, value) in Of(members)(row) ?? [])
        {
            details[name] = value?.DeepClone();
        }

        return details.Count > 0 ? details : null;
    };

    /// <summary>The day of the athlete to which a moment belongs, and the offset of the athlete's clock, so that the local time can be told.</summary>
    public static JsonObject OfMoment(DateOnly? day, UtcOffset? offset, JsonObject? more = null)
    {
        var details = more ?? [];
        if (day is { } known)
        {
            details["date"] = known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        AddOffset(details, offset);
        return details;
    }

    public static void AddOffset(JsonObject details, UtcOffset? offset)
    {
        if (offset is not null)
        {
            details["utc_offset_seconds"] = offset.Seconds;
        }

        if (offset?.SecondsAtEnd is { } atEnd)
        {
            details["utc_offset_seconds_at_end"] = atEnd;
        }
    }

    public static void AddTime(JsonObject details, string name, DateTimeOffset? time)
    {
        if (time is { } known)
        {
            details[name] = known.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);
        }
    }

    private static JsonValue? Copy(JsonElement member) => member.ValueKind switch
    {
        JsonValueKind.String => LenientJson.Text(member) is { } text ? JsonValue.Create(text) : null,
        JsonValueKind.Number => LenientJson.Number(member) is { } number ? JsonValue.Create(number) : null,
        JsonValueKind.True or JsonValueKind.False => JsonValue.Create(member.ValueKind == JsonValueKind.True),
        _ => null,
    };
}

using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <summary>
/// Rows by device, in a part of an answer that Garmin puts together from answers of its own services. One of those may have failed although the whole is
/// HTTP 200.
/// </summary>
internal static class DeviceRows
{
    /// <summary>Each device has a list of rows.</summary>
    /// <param name="map">The member of the part that has the devices.</param>
    /// <param name="parts">The part has one of these names.</param>
    public static DayRows Lists(string map, params IReadOnlyList<string> parts) => Rows(map, parts, device =>
        device.ValueKind == JsonValueKind.Array ? device.EnumerateArray() : [default]);

    /// <summary>Each device has its latest row.</summary>
    public static DayRows Single(string map, params IReadOnlyList<string> parts) => Rows(map, parts, device => [device]);

    private static DayRows Rows(string map, IReadOnlyList<string> parts, Func<JsonElement, IEnumerable<JsonElement>> rowsOf) => new((answer, _) =>
    {
        if (Answer.PartOf(answer, parts) is not { } found)
        {
            return FoundRows.None;
        }

        if (LenientJson.Member(found, "statusCode") is not null && LenientJson.Whole(found, "statusCode") is not (200 or 204))
        {
            return new FoundRows([], $"A part of Garmin's answer failed (HTTP {LenientJson.Text(found, "statusCode") ?? "unknown"}).");
        }

        var payload = LenientJson.Member(found, "statusCode") is null ? found : LenientJson.At(found, "payload");
        return payload is { } content && Answer.MemberAt(content, map) is { } devices ? ByDay(devices, rowsOf) : FoundRows.None;
    });

    private static FoundRows ByDay(JsonElement devices, Func<JsonElement, IEnumerable<JsonElement>> rowsOf)
    {
        if (devices.ValueKind != JsonValueKind.Object)
        {
            return FoundRows.Unreadable("the devices are not an object");
        }

        return FoundRows.Of(devices.EnumerateObject()
            .Where(device => device.Value.ValueKind != JsonValueKind.Null)
            .SelectMany(device => rowsOf(device.Value))
            .Select(row => (AnswerTime.Day(row, "calendarDate"), row)), "calendarDate");
    }
}

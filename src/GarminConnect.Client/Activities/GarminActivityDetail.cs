using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>An activity as Garmin describes it when it is asked for that one.</summary>
/// <remarks>Source: docs/garmin-connect.md, section 5.3.</remarks>
public sealed record GarminActivityDetail
{
    /// <summary>
    /// The activity, in the form of a row of the list. The list rounds other numbers than the detail does: its <see cref="GarminActivity.ContentHash"/> is to be
    /// compared with that of another detail only.
    /// </summary>
    public required GarminActivity Activity { get; init; }

    /// <summary>Garmin's ids of the legs of a multisport activity, in their order; empty for others. Source: <c>metadataDTO.childIds</c>.</summary>
    public required IReadOnlyList<long> LegIds { get; init; }

    /// <param name="detail">Garmin's answer.</param>
    /// <param name="parentId">The multisport activity that it is a leg of; null: what the detail says, or none.</param>
    /// <returns>Null when the answer is not about an activity.</returns>
    internal static GarminActivityDetail? Read(JsonElement detail, long? parentId)
    {
        using var row = JsonDocument.Parse(ActivityDetailRow.Of(detail, parentId));
        return GarminActivityRow.Read(row.RootElement) is { } activity
            ? new GarminActivityDetail { Activity = activity, LegIds = Legs(detail) }
            : null;
    }

    private static List<long> Legs(JsonElement detail) => LenientJson.At(detail, "metadataDTO.childIds") is { ValueKind: JsonValueKind.Array } ids
        ? [.. ids.EnumerateArray().Select(id => LenientJson.Whole(id)).OfType<long>().Where(id => id > 0).Distinct()]
        : [];
}

using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>Writes the detail of an activity as a row of the list, without what describes its owner.</summary>
internal static class ActivityDetailRow
{
    // Source: docs/garmin-connect.md, section 5.3.
    private static readonly Dictionary<string, string> NamesInTheList = new(StringComparer.Ordinal)
    {
        ["averageRunCadence"] = "averageRunningCadenceInStepsPerMinute",
        ["averagePower"] = "avgPower",
        ["normalizedPower"] = "normPower",
        ["trainingEffect"] = "aerobicTrainingEffect",
        ["verticalOscillation"] = "avgVerticalOscillation",
        ["groundContactTime"] = "avgGroundContactTime",
        ["strideLength"] = "avgStrideLength",
    };

    public static string Of(JsonElement detail, long? parentId)
    {
        (string Name, JsonElement? Value)[] named =
        [
            ("activityId", LenientJson.Member(detail, "activityId")),
            ("activityName", LenientJson.Member(detail, "activityName")),
            ("description", LenientJson.Member(detail, "description")),
            ("activityType", LenientJson.Member(detail, "activityTypeDTO")),
            ("eventType", LenientJson.Member(detail, "eventTypeDTO")),
            ("parent", LenientJson.Member(detail, "isMultiSportParent")),
            ("parentId", parentId is { } parent ? JsonSerializer.SerializeToElement(parent) : LenientJson.Member(detail, "parentId")),
            ("manualActivity", LenientJson.At(detail, "metadataDTO.manualActivity")),
            ("deviceId", LenientJson.At(detail, "metadataDTO.deviceMetaDataDTO.deviceId")),
        ];
        var summary = LenientJson.Member(detail, "summaryDTO") is { } members ? LenientJson.Members(members) : [];
        var all = named.Where(member => member.Value is { ValueKind: not JsonValueKind.Undefined }).Select(member => (member.Name, Value: member.Value!.Value))
            .Concat(summary.Select(member => (Name: NamesInTheList.GetValueOrDefault(member.Name, member.Name), member.Value)))
            .DistinctBy(member => member.Name)
            .Select(member => GarminActivityRow.Written(member.Name, member.Value))
            .OfType<string>();
        return $"{{{string.Join(',', all)}}}";
    }
}

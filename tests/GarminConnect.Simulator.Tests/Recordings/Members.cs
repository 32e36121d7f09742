using System.Text.Json;
using System.Text.RegularExpressions;

namespace GarminConnect.Simulator.Tests.Recordings;

/// <summary>The members of an answer, compared with those that were recorded: name, type, whether it may be null, and the unit, as far as the size of numbers tells.</summary>
internal static class Members
{
    // Seconds for milliseconds, metres for centimetres, grams for kilograms are further apart.
    private const double Furthest = 50;

    /// <summary>What ours has that none of the recorded has, or has otherwise.</summary>
    /// <param name="ours">All values at one place.</param>
    /// <param name="theirs">All recorded values at that place, and whether they are of a shape.</param>
    /// <param name="path">The place.</param>
    public static IEnumerable<string> Differences(IReadOnlyList<JsonElement> ours, IReadOnlyList<(JsonElement Value, bool IsShape)> theirs, string path)
    {
        var kinds = theirs.Select(one => Kind(one.Value)).ToHashSet();
        if (kinds.SetEquals([JsonValueKind.Null]))
        {
            // What it is when it is there was not recorded.
            return [];
        }

        return ours.Select(Kind).Distinct().Where(kind => !kinds.Contains(kind)).Select(kind => $"{path} is {kind}, recorded as {string.Join(", ", kinds)}")
            .Concat(Numbers(ours, theirs, path))
            .Concat(Lists(ours, theirs, path))
            .Concat(Objects(ours, theirs, path));
    }

    private static IEnumerable<string> Numbers(IReadOnlyList<JsonElement> ours, IReadOnlyList<(JsonElement Value, bool IsShape)> theirs, string path)
    {
        var (our, their) = (Of(ours, JsonValueKind.Number).ToList(), Of(theirs, JsonValueKind.Number).ToList());
        if (our.Count == 0 || their.Count == 0)
        {
            yield break;
        }

        var forms = their.Select(one => IsDecimal(one.Value)).ToHashSet();
        if (our.Find(one => !forms.Contains(IsDecimal(one))) is { ValueKind: JsonValueKind.Number } other)
        {
            yield return $"{path} is {other.GetRawText()}, recorded as {their[0].Value.GetRawText()}";
        }

        var sizes = their.Where(one => !one.IsShape).Select(one => Math.Abs(one.Value.GetDouble())).Where(size => size > 0).ToList();
        var size = our.Max(one => Math.Abs(one.GetDouble()));
        if (size > 0 && sizes.Count > 0 && (size < sizes.Min() / Furthest || size > sizes.Max() * Furthest))
        {
            yield return $"{path} is {size}, recorded from {sizes.Min()} to {sizes.Max()}";
        }
    }

    private static IEnumerable<string> Lists(IReadOnlyList<JsonElement> ours, IReadOnlyList<(JsonElement Value, bool IsShape)> theirs, string path)
    {
        var our = Of(ours, JsonValueKind.Array).SelectMany(list => list.EnumerateArray()).ToList();
        var their = Of(theirs, JsonValueKind.Array).SelectMany(list => list.Value.EnumerateArray().Select(entry => (Entry: entry, list.IsShape))).ToList();
        if (our.Count == 0 || their.Count == 0)
        {
            return [];
        }

        if (!our.TrueForAll(entry => entry.ValueKind == JsonValueKind.Array) || !their.TrueForAll(entry => entry.Entry.ValueKind == JsonValueKind.Array))
        {
            return Differences(our, their, path + "[]");
        }

        var columns = our.Max(row => row.GetArrayLength());
        return columns != their.Max(row => row.Entry.GetArrayLength())
            ? [$"{path} has {columns} columns"]
            : Enumerable.Range(0, columns).SelectMany(column => Differences(
                [.. our.Where(row => row.GetArrayLength() > column).Select(row => row[column])],
                [.. their.Where(row => row.Entry.GetArrayLength() > column).Select(row => (row.Entry[column], row.IsShape))],
                $"{path}[{column}]"));
    }

    private static IEnumerable<string> Objects(IReadOnlyList<JsonElement> ours, IReadOnlyList<(JsonElement Value, bool IsShape)> theirs, string path)
    {
        var their = Of(theirs, JsonValueKind.Object).SelectMany(parent => parent.Value.EnumerateObject().Select(member => (member, parent.IsShape)))
            .ToLookup(one => Name(one.member), one => (one.member.Value, one.IsShape), StringComparer.Ordinal);
        // An object that was recorded empty says nothing of its members.
        return their.Count == 0 ? [] : Of(ours, JsonValueKind.Object).SelectMany(parent => parent.EnumerateObject()).ToLookup(Name, member => member.Value, StringComparer.Ordinal)
            .SelectMany(member => their.Contains(member.Key)
                ? Differences([.. member], [.. their[member.Key]], $"{path}.{member.Key}")
                : [$"{path}.{member.Key} is not recorded"]);
    }

    // Of a map by device or by day any entry is like any other.
    private static string Name(JsonProperty member) => Regex.IsMatch(member.Name, @"^(\d+|\d{4}-\d\d-\d\d)$") ? "*" : member.Name;

    private static IEnumerable<JsonElement> Of(IEnumerable<JsonElement> all, JsonValueKind kind) => all.Where(one => one.ValueKind == kind);

    private static IEnumerable<(JsonElement Value, bool IsShape)> Of(IEnumerable<(JsonElement Value, bool IsShape)> all, JsonValueKind kind) => all.Where(one => one.Value.ValueKind == kind);

    private static bool IsDecimal(JsonElement number) => number.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') >= 0;

    private static JsonValueKind Kind(JsonElement element) => element.ValueKind == JsonValueKind.False ? JsonValueKind.True : element.ValueKind;
}

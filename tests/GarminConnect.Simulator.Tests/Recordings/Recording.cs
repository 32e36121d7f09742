using System.Text.Json;
using GarminSync.Testing;

namespace GarminConnect.Simulator.Tests.Recordings;

/// <summary>A recorded answer of Garmin, and the comparison of ours with it: same names, same JSON kinds.</summary>
internal static class Recording
{
    /// <summary>The body of the recorded answer. Skips the test in a checkout without the recordings.</summary>
    public static async Task<JsonElement> BodyAsync(string name) => (await ResponseAsync(name)).GetProperty("body");

    /// <summary>Status, type and body of the recorded answer.</summary>
    public static async Task<JsonElement> ResponseAsync(string name)
    {
        await using var file = File.OpenRead(SharedFolder.Require("recordings", $"{name}.json"));
        using var document = await JsonDocument.ParseAsync(file, cancellationToken: TestSimulator.Cancel);
        return document.RootElement.GetProperty("response").Clone();
    }

    /// <summary>What ours has that none of the recorded has, or has as something else. Null goes with everything.</summary>
    public static IEnumerable<string> Differences(JsonElement ours, IReadOnlyList<JsonElement> recorded, string path = "$")
    {
        foreach (var member in ours.EnumerateObject())
        {
            var here = $"{path}.{member.Name}";
            var theirs = recorded.Where(one => one.ValueKind == JsonValueKind.Object && one.TryGetProperty(member.Name, out _)).Select(one => one.GetProperty(member.Name)).ToList();
            if (theirs.Count == 0)
            {
                yield return $"{here} is not recorded";
            }
            else if (!theirs.Exists(one => SameKind(one, member.Value)))
            {
                yield return $"{here} is {member.Value.ValueKind}, recorded as {theirs[0].ValueKind}";
            }
            else if (member.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (var difference in Differences(member.Value, theirs, here))
                {
                    yield return difference;
                }
            }
        }
    }

    /// <summary>The names that the recorded object has and ours has not.</summary>
    public static IEnumerable<string> Missing(JsonElement ours, JsonElement recorded) =>
        recorded.EnumerateObject().Select(member => member.Name).Except(ours.EnumerateObject().Select(member => member.Name));

    private static bool SameKind(JsonElement a, JsonElement b) =>
        Kind(a) == JsonValueKind.Null || Kind(b) == JsonValueKind.Null || Kind(a) == Kind(b);

    private static JsonValueKind Kind(JsonElement element) => element.ValueKind == JsonValueKind.False ? JsonValueKind.True : element.ValueKind;
}

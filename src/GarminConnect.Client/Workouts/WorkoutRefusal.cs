using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>Reads why Garmin refuses a workout, from its JSON: <c>{"message": "Invalid category: …", "error": "BadRequestException"}</c>.</summary>
internal static class WorkoutRefusal
{
    // A sentence or two; what comes after that is no help to a person.
    private const int LongestText = 300;

    /// <summary>Garmin's message on one line, cut when it is long; null when the answer has none.</summary>
    public static string? Read(JsonElement answer) => LenientJson.Text(answer, "message") is { } message && OneLine(message) is { Length: > 0 } text ? text : null;

    private static string OneLine(string message)
    {
        var text = string.Concat(message.Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character)).Trim();
        return text.Length <= LongestText ? text : text[..LongestText] + "…";
    }
}

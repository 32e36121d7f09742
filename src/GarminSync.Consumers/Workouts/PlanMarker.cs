namespace GarminSync.Consumers.Workouts;

/// <summary>The last line of a workout's description at Garmin, which names its plan. Finds the workout again when the answer to its upload was lost.</summary>
internal static class PlanMarker
{
    public static string Of(string planId) => $"FitTrack plan {planId}";

    public static string AppendTo(string? description, string planId) =>
        string.IsNullOrWhiteSpace(description) ? Of(planId) : $"{description.TrimEnd()}\n{Of(planId)}";

    public static bool IsIn(string? description, string planId)
    {
        var text = description?.TrimEnd() ?? "";
        return text[(text.LastIndexOfAny(['\n', '\r']) + 1)..] == Of(planId).TrimEnd();
    }
}

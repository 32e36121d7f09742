using GarminConnect.Client;

namespace GarminSync.Consumers.Workouts;

/// <summary>What <see cref="WorkoutTranslation"/> made of a plan.</summary>
internal abstract record TranslatedWorkout
{
    private TranslatedWorkout()
    {
    }

    public sealed record Translated(GarminWorkout Workout) : TranslatedWorkout;

    /// <param name="Reason">Names the step; for a person.</param>
    public sealed record Refused(string Reason) : TranslatedWorkout;
}

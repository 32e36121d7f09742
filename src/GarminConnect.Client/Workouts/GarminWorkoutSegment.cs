namespace GarminConnect.Client;

/// <summary>The part of a workout that is one sport.</summary>
internal sealed record GarminWorkoutSegment(int SegmentOrder, GarminSportType SportType, IReadOnlyList<GarminWorkoutStep> WorkoutSteps);

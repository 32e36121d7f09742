namespace GarminConnect.Client;

/// <summary>The part of a workout that is one sport.</summary>
/// <remarks>Source: docs/garmin-connect.md, section 7.3.</remarks>
/// <param name="SegmentOrder">1, 2, 3 …</param>
/// <param name="SportType">Its sport.</param>
/// <param name="WorkoutSteps">Its steps and groups, in order.</param>
public sealed record GarminWorkoutSegment(int SegmentOrder, GarminSportType SportType, IReadOnlyList<GarminWorkoutStep> WorkoutSteps);

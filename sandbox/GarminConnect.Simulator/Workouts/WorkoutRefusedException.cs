namespace GarminConnect.Simulator.Workouts;

/// <summary>A workout that Garmin would not take; answered with 400.</summary>
internal sealed class WorkoutRefusedException(string message) : Exception(message);

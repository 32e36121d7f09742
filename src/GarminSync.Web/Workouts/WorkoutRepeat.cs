namespace GarminSync.Web.Workouts;

/// <summary>Which bars are repetitions of the same steps.</summary>
/// <param name="From">Where they begin: 0 is the beginning of the workout, 1 its end.</param>
/// <param name="Width">A share of the workout.</param>
/// <param name="Times">How often.</param>
internal sealed record WorkoutRepeat(double From, double Width, int Times);

namespace GarminSync.Web.Workouts;

/// <summary>A step as a bar.</summary>
/// <param name="From">Where it begins: 0 is the beginning of the workout, 1 its end.</param>
/// <param name="Width">A share of the workout.</param>
/// <param name="Height">How hard it is, from 0 to 1.</param>
/// <param name="Tone">Its colour, as a class.</param>
/// <param name="Open">Whether nobody knows beforehand how long it takes.</param>
/// <param name="Text">The step in words.</param>
internal sealed record WorkoutBar(double From, double Width, double Height, string Tone, bool Open, string Text);

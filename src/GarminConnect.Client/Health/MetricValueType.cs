namespace GarminConnect.Client.Health;

/// <summary>One kind of number that a metric consists of.</summary>
/// <param name="Name">In snake case, such as <c>resting_heart_rate</c>; unique in the catalogue.</param>
/// <param name="Unit">SI, or as Garmin documents it: <c>bpm</c>, <c>s</c>, <c>m</c>, <c>kcal</c>, <c>%</c>, …; <c>1</c> for a mere number.</param>
public sealed record MetricValueType(string Name, string Unit)
{
    // 0 beats or breaths mean that the sensor was not worn; 255 is an empty byte of the device.
    private bool IsRate => Unit is "bpm" or "breaths/min";

    /// <summary>Smaller numbers are Garmin's codes for "not measured", such as -1 and -2. Null: 0, or 1 for a rate.</summary>
    public double? Lowest { get; init; }

    /// <summary>Larger numbers are such codes too, such as 255. Null: there are none, or from 255 on for a rate.</summary>
    public double? Highest { get; init; }

    /// <summary>A goal, which Garmin has for every day, whatever was measured on it.</summary>
    public bool IsGoal { get; init; }

    /// <summary>
    /// Whether only a device can be where it comes from. False for goals, for what people type in, and for what Garmin reckons or repeats without a device.
    /// </summary>
    public bool FromDevice { get; init; } = true;

    /// <summary>Whether a number is a measurement, and not one of Garmin's codes for its absence.</summary>
    /// <param name="value">The number.</param>
    public bool IsMeasured(double value) =>
        double.IsFinite(value) && value >= (Lowest ?? (IsRate ? 1 : 0)) && value <= (Highest ?? (IsRate ? 254 : double.MaxValue));
}

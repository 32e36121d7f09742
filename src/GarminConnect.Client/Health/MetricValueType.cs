namespace GarminConnect.Client.Health;

/// <summary>One kind of number that a metric consists of: <c>metric_type</c> and <c>unit</c> in CentralDB.</summary>
/// <param name="Name">In snake case, such as <c>resting_heart_rate</c>; unique in the catalogue.</param>
/// <param name="Unit">SI, or as Garmin documents it: <c>bpm</c>, <c>s</c>, <c>m</c>, <c>kcal</c>, <c>%</c>, …; <c>1</c> for a mere number.</param>
internal sealed record MetricValueType(string Name, string Unit)
{
    // A heart or a breath of 0 is a sensor that was not worn, and 255 an empty byte of the device.
    private bool IsRate => Unit is "bpm" or "breaths/min";

    /// <summary>What is below is one of Garmin's codes for "not measured", such as -1 and -2. By default 0, or 1 for a rate.</summary>
    public double? Lowest { get; init; }

    /// <summary>What is above is a code too, such as 255. By default there is none, or 254 for a rate.</summary>
    public double? Highest { get; init; }

    public bool IsMeasured(double value) =>
        double.IsFinite(value) && value >= (Lowest ?? (IsRate ? 1 : 0)) && value <= (Highest ?? (IsRate ? 254 : double.MaxValue));
}

namespace GarminSync.Consumers.Workouts;

/// <summary>Numbers that somebody wrote into a plan.</summary>
internal static class Quantity
{
    public static bool IsPositive(double? value) => value is > 0 and < double.PositiveInfinity;

    public static bool IsWhole(double? value, int from, int to) => value >= from && value <= to && Math.Floor(value.Value) == value;
}

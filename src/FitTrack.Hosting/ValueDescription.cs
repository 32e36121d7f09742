namespace FitTrack.Hosting;

/// <summary>What a person writes for a value of a type.</summary>
internal static class ValueDescription
{
    /// <summary>In words that follow "write".</summary>
    public static string Of(Type? type) => (type is null ? null : Nullable.GetUnderlyingType(type) ?? type) switch
    {
        null => "another value",
        { IsEnum: true } names => string.Join(" or ", Enum.GetNames(names)),
        var boolean when boolean == typeof(bool) => "true or false",
        var time when time == typeof(TimeSpan) => "a time as hh:mm:ss, or days.hh:mm:ss",
        var address when address == typeof(Uri) => "one such as http://localhost:8100",
        var whole when whole == typeof(int) || whole == typeof(long) => "a whole number",
        var number when number == typeof(double) || number == typeof(decimal) => "a number, with a point for fractions",
        var other => $"a value of type {other.Name}",
    };
}

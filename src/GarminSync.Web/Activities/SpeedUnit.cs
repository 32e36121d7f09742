using System.Globalization;
using GarminSync.Web.Shown;

namespace GarminSync.Web.Activities;

/// <summary>How a speed is told in a sport: as a pace or as kilometres an hour.</summary>
internal sealed record SpeedUnit
{
    private readonly double _paceMeters;

    private SpeedUnit(string name, double paceMeters, string unit) => (Name, _paceMeters, Unit) = (name, paceMeters, unit);

    /// <summary>"Pace" or "Speed".</summary>
    public string Name { get; }

    /// <summary>Such as <c>/km</c>.</summary>
    public string Unit { get; }

    public bool IsPace => _paceMeters > 0;

    private static SpeedUnit PerKilometre { get; } = new(Texts.Activities_Pace, 1000, "/km");

    private static SpeedUnit Per100Metres { get; } = new(Texts.Activities_Pace, 100, "/100 m");

    private static SpeedUnit AnHour { get; } = new(Texts.Activities_Speed, 0, "km/h");

    /// <param name="type">Garmin's key of a kind of activity, or FIT's of a sport; null when it is not known.</param>
    public static SpeedUnit Of(string? type) => ActivityWords.InWater(type) ? Per100Metres : ActivityWords.OnFoot(type) ? PerKilometre : AnHour;

    /// <summary>The value that is drawn: seconds for the unit's metres, or kilometres an hour. Null for no speed: standing still has no pace.</summary>
    /// <param name="metersPerSecond">The speed.</param>
    public double? Value(double? metersPerSecond) => metersPerSecond switch
    {
        null => null,
        _ when !IsPace => metersPerSecond * 3.6,
        < 0.2 => null,
        _ => _paceMeters / metersPerSecond,
    };

    /// <summary>The speed with its unit.</summary>
    /// <param name="metersPerSecond">The speed.</param>
    public string Text(double? metersPerSecond) => Value(metersPerSecond) is { } value ? TextOf(value) : "–";

    /// <summary>A value that is drawn, with its unit.</summary>
    public string TextOf(double value) => $"{Mark(value)} {Unit}";

    /// <summary>A value that is drawn, without its unit.</summary>
    public string Mark(double value) => IsPace ? Durations.Clock(TimeSpan.FromSeconds(Math.Round(value))) : value.ToString("0.#", CultureInfo.InvariantCulture);
}

namespace GarminConnect.Simulator.Health;

/// <summary>A flight at noon, after which the athlete's days are those of another time zone.</summary>
public sealed record Travel
{
    /// <summary>The day of the flight, which is shorter or longer by the difference of the zones.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>IANA name of the zone that it leads to.</summary>
    public required string TimeZone { get; init; }
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace GarminConnect.Client.Health;

/// <summary>A value that is one member of the row.</summary>
/// <param name="Type">The type of the value.</param>
/// <param name="Member">The name of the member, or a path with dots; empty for a row that is the value itself.</param>
internal sealed record Field(MetricValueType Type, string Member) : IValueSource
{
    /// <summary>The member to take instead where the first is missing.</summary>
    public string? Or { get; init; }

    /// <summary>The member beside which a missing one is zero; null where what is missing is not known.</summary>
    public string? ZeroBeside { get; init; }

    /// <summary>From Garmin's unit to the type's.</summary>
    public Func<double, double> Convert { get; init; } = static value => value;

    /// <summary>What is kept beside the value; null for nothing.</summary>
    public Func<JsonElement, JsonObject?> Details { get; init; } = static _ => null;

    public IEnumerable<MetricValueType> Types => [Type];

    public void Read(JsonElement row, DayReading day) => Read(row, day, null, null);

    /// <param name="row">Has the member.</param>
    /// <param name="day">Receives the value.</param>
    /// <param name="at">The moment of the value; null for one of the day as a whole.</param>
    /// <param name="details">What is kept of the moment.</param>
    public void Read(JsonElement row, DayReading day, DateTimeOffset? at, JsonObject? details)
    {
        if ((LenientJson.At(row, Member) ?? (Or is null ? null : LenientJson.At(row, Or))) is not { } member)
        {
            if (ZeroBeside is not null && LenientJson.At(row, ZeroBeside) is { } whole && LenientJson.Number(whole) is not null)
            {
                day.Add(Type, Convert(0), at, details ?? Details(row));
            }

            return;
        }

        if (LenientJson.Number(member) is { } number)
        {
            day.Add(Type, Convert(number), at, details ?? Details(row));
        }
        else
        {
            day.MeetUnreadable($"{(Member.Length > 0 ? Member : "a value")} is not a number");
        }
    }
}

namespace GarminConnect.Simulator.Health;

/// <summary>The body battery of a day, 0 to 100.</summary>
public sealed record BodyBattery
{
    /// <summary>Each three minutes.</summary>
    public required IReadOnlyList<Reading> Readings { get; init; }

    /// <summary>At the end of the night; null before.</summary>
    public required int? AtWake { get; init; }

    /// <summary>All steps up of the day.</summary>
    public int Charged => Steps.Where(step => step > 0).Sum();

    /// <summary>All steps down of the day.</summary>
    public int Drained => -Steps.Where(step => step < 0).Sum();

    public int High => Levels.Max();

    public int Low => Levels.Min();

    public int Latest => Levels[^1];

    /// <summary>The first and the last reading, and those where it turned from up to down or back.</summary>
    public IReadOnlyList<Reading> Turns
    {
        get
        {
            var turns = new List<Reading> { Readings[0] };
            var direction = 0;
            for (var i = 1; i < Readings.Count; i++)
            {
                var now = Math.Sign(Levels[i] - Levels[i - 1]);
                if (now != 0 && direction != 0 && now != direction)
                {
                    turns.Add(Readings[i - 1]);
                }

                direction = now == 0 ? direction : now;
            }

            return Readings.Count > 1 ? [.. turns, Readings[^1]] : turns;
        }
    }

    private List<int> Levels => field ??= [.. Readings.Select(reading => reading.Value!.Value)];

    private IEnumerable<int> Steps => Levels.Zip(Levels.Skip(1), (a, b) => b - a);
}

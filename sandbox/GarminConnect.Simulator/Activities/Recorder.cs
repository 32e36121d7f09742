namespace GarminConnect.Simulator.Activities;

/// <summary>Records the legs of an activity one after the other, with two minutes of changing clothes in between.</summary>
internal static class Recorder
{
    private const int TransitionSeconds = 120;

    public static IReadOnlyList<Leg> Record(IReadOnlyList<LegPlan> plan, DateTimeOffset start)
    {
        var legs = new List<Leg>();
        foreach (var leg in plan)
        {
            legs.Add(LegRecorder.Record(leg, start));
            start = start.AddSeconds(Math.Ceiling(legs[^1].Totals.ElapsedSeconds) + TransitionSeconds);
        }

        return legs;
    }
}

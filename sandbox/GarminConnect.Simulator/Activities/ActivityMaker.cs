using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Activities;

/// <summary>Records a draft once to learn its totals, and makes the activity of it.</summary>
internal static class ActivityMaker
{
    public static Activity Make(Athlete athlete, ActivityDraft draft, DateTimeOffset now)
    {
        var start = new DateTimeOffset(draft.StartLocal, athlete.Home.TimeZone.GetUtcOffset(draft.StartLocal)).ToUniversalTime();
        var legs = Recorder.Record(draft.Plan, start);
        var totals = EffortSummary.Of(legs);
        var uploaded = Min(start.AddSeconds(Math.Ceiling(totals.ElapsedSeconds) + 90), now);

        var activity = new Activity
        {
            Id = draft.Id,
            Uuid = SeededGuid.Of(draft.Id, athlete.Spec.Seed),
            Name = $"{athlete.Home.Name} {(legs.Count > 1 ? Sports.MultiSport : legs[0].Sport).Title}",
            TypeId = (legs.Count > 1 ? Sports.MultiSport : legs[0].Sport).TypeId,
            Start = start,
            StartLocal = draft.StartLocal,
            File = draft.File,
            Plan = draft.Plan,
            Totals = totals,
            LapCount = legs.Sum(leg => leg.Laps.Count),
            Uploaded = uploaded,
            LastUpdate = uploaded,
        };

        return legs.Count == 1 ? activity : activity with { Legs = [.. legs.Select((leg, index) => OfLeg(activity, leg, index))] };
    }

    private static Activity OfLeg(Activity parent, Leg leg, int index) => parent with
    {
        Id = parent.Id + 1 + index,
        Uuid = SeededGuid.Of(parent.Id + 1 + index, 0),
        Name = leg.Sport.Title,
        TypeId = leg.Sport.TypeId,
        Start = leg.Totals.Start,
        StartLocal = parent.StartLocal + (leg.Totals.Start - parent.Start),
        Plan = [parent.Plan[index]],
        Totals = leg.Totals,
        LapCount = leg.Laps.Count,
    };

    private static DateTimeOffset Min(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}

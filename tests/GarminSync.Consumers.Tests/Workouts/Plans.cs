using CentralDb.Client;
using FsCheck;
using FsCheck.Fluent;

namespace GarminSync.Consumers.Tests.Workouts;

/// <summary>Any plan that Garmin can express.</summary>
internal static class Plans
{
    public static Gen<WorkoutPlan> Valid() =>
        from sport in Gen.Elements("running", "cycling", "swimming", "strength", "walking", "hiking", "other")
        from pool in Gen.Elements<double?>(null, 25, 50, 33.33)
        from description in Gen.Elements(null, "", "On the track.", "two\nlines\n")
        from steps in Steps(sport, depth: 3)
        select new WorkoutPlan("41", "7", "Any plan", description, sport, sport == "swimming" ? pool : null, steps);

    private static Gen<IReadOnlyList<WorkoutStep?>> Steps(string sport, int depth) =>
        from count in Gen.Choose(1, 4)
        from steps in Step(sport, depth).ListOf(count)
        select (IReadOnlyList<WorkoutStep?>)[.. steps];

    private static Gen<WorkoutStep> Step(string sport, int depth) => depth == 0 ? Single(sport) : Gen.Frequency((3, Single(sport)), (1, Group(sport, depth)));

    private static Gen<WorkoutStep> Group(string sport, int depth) =>
        from times in Gen.Choose(1, 99)
        from steps in Steps(sport, depth - 1)
        select new WorkoutStep { Type = "repeat", Times = times, Steps = steps };

    private static Gen<WorkoutStep> Single(string sport) =>
        from type in Gen.Elements("warmup", "interval", "recovery", "rest", "cooldown", "other")
        from duration in Duration(sport)
        from target in Target(sport)
        from note in Gen.Elements(null, "hold it")
        from stroke in Gen.Elements(null, "any", "freestyle", "backstroke", "breaststroke", "butterfly", "individual_medley", "mixed", "drill")
        from exercise in Gen.Elements(null, new WorkoutExercise("ROW", null), new WorkoutExercise("ROW", "BANDED_FACE_PULLS"))
        from weight in Gen.Elements<double?>(null, 0.5, 42.5, 100)
        select new WorkoutStep
        {
            Type = type,
            Duration = duration,
            Target = target,
            Note = note,
            Stroke = sport == "swimming" ? stroke : null,
            Exercise = sport == "strength" ? exercise : null,
            Weight = sport == "strength" ? weight : null,
        };

    private static Gen<WorkoutDuration> Duration(string sport) => Gen.OneOf(
        Positive().SelectMany(value => Gen.Elements("time", "distance", "calories", "heart_rate").Select(type => new WorkoutDuration(type, value))),
        Gen.Constant(new WorkoutDuration("lap_button", null)),
        sport == "strength" ? Gen.Choose(1, 100).Select(reps => new WorkoutDuration("reps", reps)) : Positive().Select(value => new WorkoutDuration("time", value)));

    private static Gen<WorkoutTarget?> Target(string sport)
    {
        var heartRate = Gen.OneOf(
            Gen.Elements(null, new WorkoutTarget("none", null, null, null), new WorkoutTarget(null, null, null, null)),
            Gen.Choose(1, 5).Select<int, WorkoutTarget?>(zone => new WorkoutTarget("heart_rate_zone", zone, null, null)),
            Range("heart_rate"));
        return sport == "strength"
            ? heartRate
            : Gen.OneOf(
                heartRate,
                Gen.Choose(1, 7).Select<int, WorkoutTarget?>(zone => new WorkoutTarget("power_zone", zone, null, null)),
                Gen.Elements("power", "speed", "cadence").SelectMany(Range),
                from one in Positive()
                from two in Positive()
                select (WorkoutTarget?)new WorkoutTarget("pace", null, one, two));
    }

    private static Gen<WorkoutTarget?> Range(string type) =>
        from low in Positive()
        from more in Gen.Choose(0, 100)
        select (WorkoutTarget?)new WorkoutTarget(type, null, low, low + more);

    private static Gen<double> Positive() => Gen.Choose(1, 100_000).Select(value => value / 4.0);
}

namespace GarminConnect.Simulator.Workouts;

/// <summary>The ids of everything that a workout consists of.</summary>
internal static class WorkoutTables
{
    public const int Swimming = 4;
    public const int Strength = 5;
    public const int MultiSport = 10;
    public const int RepeatStep = 6;

    public static readonly IdTable Sports = new(
        "sportType",
        (1, "running"), (2, "cycling"), (3, "other"), (Swimming, "swimming"), (Strength, "strength_training"), (6, "cardio_training"), (7, "yoga"), (8, "pilates"),
        (9, "hiit"), (MultiSport, "multi_sport"), (11, "mobility"), (17, "walking"), (18, "hiking"));

    public static readonly IdTable Steps = new(
        "stepType",
        (1, "warmup"), (2, "cooldown"), (3, "interval"), (4, "recovery"), (5, "rest"), (RepeatStep, "repeat"), (7, "other"), (8, "main"));

    public static readonly IdTable Conditions = new(
        "conditionType",
        (1, "lap.button"), (2, "time"), (3, "distance"), (4, "calories"), (5, "power"), (6, "heart.rate"), (7, "iterations"), (8, "fixed.rest"), (9, "fixed.repetition"),
        (10, "reps"), (11, "training.peaks.tss"));

    public static readonly IdTable Targets = new(
        "workoutTargetType",
        (1, "no.target"), (2, "power.zone"), (3, "cadence"), (3, "cadence.zone"), (4, "heart.rate.zone"), (5, "speed.zone"), (6, "pace.zone"), (7, "grade"),
        (8, "heart.rate.lap"), (9, "power.lap"), (15, "resistance"));

    public static readonly IdTable Strokes = new(
        "strokeType",
        (1, "any_stroke"), (2, "backstroke"), (3, "breaststroke"), (4, "drill"), (5, "fly"), (6, "free"), (7, "individual_medley"), (8, "mixed"));
}

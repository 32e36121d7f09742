using System.Globalization;
using GarminSync.Web.Activities;
using GarminSync.Web.Api;
using GarminSync.Web.Shown;

namespace GarminSync.Web.Workouts;

/// <summary>Plans in words. Whatever a plan says that is not known here is said as it stands there.</summary>
internal static class WorkoutWords
{
    public static string Name(Workout workout) => string.IsNullOrWhiteSpace(workout.Name) ? workout.WorkoutId : workout.Name;

    /// <summary>How long and how far.</summary>
    public static string Length(WorkoutPicture picture)
    {
        var known = new[]
        {
            picture.Seconds > 0 ? Texts.Workouts_About.With(Durations.Words(Figures.Time(picture.Seconds))) : null,
            picture.Meters > 0 ? Figures.Distance(picture.Meters) : null,
            picture.IsOpen ? Texts.Workouts_Open : null,
        };
        return string.Join(" · ", known.OfType<string>());
    }

    /// <summary>A single step: its kind, when it ends, what to keep to.</summary>
    public static string Step(WorkoutStep step, string? sport) =>
        string.Join(" · ", new[] { Type(step), Exercise(step), Duration(step), Target(step.Target, sport), Stroke(step), step.Note }.Where(text => !string.IsNullOrWhiteSpace(text)));

    /// <summary>What became of it.</summary>
    /// <param name="job">The job that sends it.</param>
    /// <param name="day">The day on which it was to be; null for none.</param>
    public static string Outcome(Job job, DateOnly? day) => job switch
    {
        { HasEnded: false } => job.Message,
        { Failures: [var failure, ..] } => failure.Reason,
        { State: Job.Completed } when job.Counts.Values.Sum(counts => counts.Done) == 0 => Texts.Workouts_Unchanged,
        { State: Job.Completed } when day is { } on => Texts.Workouts_SentOn.With(on.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)),
        { State: Job.Completed } => Texts.Workouts_Sent,
        _ => job.ErrorMessage ?? job.Message,
    };

    /// <summary>What became of taking it back.</summary>
    public static string OutcomeOfRemoval(Job job) => job switch
    {
        { HasEnded: false } => job.Message,
        { Failures: [var failure, ..] } => failure.Reason,
        { State: Job.Completed } when job.Counts.Values.Sum(counts => counts.Done) == 0 => Texts.Workouts_NotThere,
        { State: Job.Completed } => Texts.Workouts_TakenBack,
        _ => job.ErrorMessage ?? job.Message,
    };

    private static string Type(WorkoutStep step) => step.Type switch
    {
        null => Texts.Workouts_Step,
        "warmup" => Texts.Workouts_Warmup,
        "cooldown" => Texts.Workouts_Cooldown,
        _ => Words.MetricName(step.Type),
    };

    private static string? Exercise(WorkoutStep step)
    {
        var exercise = step.Exercise is { } keys ? Words.MetricName((keys.Name ?? keys.Category ?? "").ToLowerInvariant()) : null;
        return step.Weight is { } kilograms ? $"{exercise} {Number(kilograms)} kg".TrimStart() : exercise;
    }

    private static string? Stroke(WorkoutStep step) => step.Stroke?.Replace('_', ' ');

    private static string? Duration(WorkoutStep step) => step.Duration switch
    {
        null => null,
        { Type: "time", Value: { } seconds } => Figures.Duration(seconds),
        { Type: "distance", Value: { } meters } => Figures.Distance(meters),
        { Type: "calories", Value: { } kilocalories } => Figures.Energy(kilocalories),
        { Type: "heart_rate", Value: { } beats } => Texts.Workouts_UntilHeartRate.With(Figures.HeartRate(beats)),
        { Type: "reps", Value: { } repetitions } => Texts.Workouts_Repetitions.With(Number(repetitions)),
        { Type: "lap_button" } => Texts.Workouts_LapButton,
        var other => $"{other.Type} {other.Value}".Trim(),
    };

    private static string? Target(WorkoutTarget? target, string? sport) => target switch
    {
        null or { Type: null or "none" } => null,
        { Type: "heart_rate_zone", Zone: { } zone } => Texts.Workouts_HeartRateZone.With(Number(zone)),
        { Type: "power_zone", Zone: { } zone } => Texts.Workouts_PowerZone.With(Number(zone)),
        { Low: { } low, High: { } high } => target.Type switch
        {
            "heart_rate" => $"{Number(low)}–{Number(high)} bpm",
            "power" => $"{Number(low)}–{Number(high)} W",
            "cadence" => Texts.Workouts_CadenceRange.With(Number(low), Number(high)),
            "speed" => $"{Number(low * 3.6)}–{Number(high * 3.6)} km/h",
            "pace" => Pace(Math.Min(low, high), Math.Max(low, high), sport),
            _ => $"{target.Type} {Number(low)}–{Number(high)}",
        },
        _ => $"{target.Type} {target.Zone}".Trim(),
    };

    // Plans count seconds a kilometre; swimmers count 100 metres.
    private static string Pace(double fast, double slow, string? sport)
    {
        var unit = SpeedUnit.Of(sport == "swimming" ? sport : "running");
        return $"{unit.Text(1000 / fast).Replace($" {unit.Unit}", "", StringComparison.Ordinal)}–{unit.Text(1000 / slow)}";
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

using GarminSync.Contracts;

namespace GarminSync.Consumers.Sync;

/// <summary>What a job was asked to synchronise. Null and empty mean the defaults of <see cref="SyncRequested"/>.</summary>
public sealed record SyncScope
{
    /// <summary>Values of <see cref="SyncKinds"/>, at least one.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    public DateOnly? StartDate { get; init; }

    /// <summary>The first day for kinds that ask Garmin by the day, when <see cref="StartDate"/> is before their floor; see <see cref="DayFloor"/>.</summary>
    public DateOnly? DaysFrom { get; init; }

    public DateOnly? EndDate { get; init; }

    /// <summary>Values of <see cref="ActivityFileFormats"/>, at least one.</summary>
    public required IReadOnlyList<string> Formats { get; init; }

    public IReadOnlyList<string>? Metrics { get; init; }

    public string? Detail { get; init; }

    public bool Force { get; init; }

    public IReadOnlyList<string>? WorkoutIds { get; init; }

    public DateOnly? ScheduleOn { get; init; }

    public bool RemoveWorkouts { get; init; }

    /// <summary>The type that a job of this scope has: its only kind, or <see cref="SyncKinds.All"/>.</summary>
    public string JobType() => Kinds is [var only] ? only : SyncKinds.All;

    /// <summary>True when a job of this scope does everything that <paramref name="other"/> asks for.</summary>
    /// <param name="other">What is asked for.</param>
    /// <param name="byDay">Whether <paramref name="other"/> has kinds that ask by the day: for them no start means recent days, and not everything.</param>
    public bool Covers(SyncScope other, bool byDay) =>
        other.Kinds.All(Kinds.Contains)
        && (StartDate is null ? !byDay || other.StartDate is null : other.StartDate >= StartDate)
        && (!byDay || StartDate is null || (other.DaysFrom ?? other.StartDate) >= (DaysFrom ?? StartDate))
        && (EndDate is null || (other.EndDate is { } end && end <= EndDate))
        && other.Formats.All(Formats.Contains)
        && (Metrics is null || (other.Metrics is { } metrics && metrics.All(Metrics.Contains)))
        && (Detail == SyncDetails.Intraday || other.Detail != SyncDetails.Intraday)
        && (Force || !other.Force)
        && other.WorkoutIds is null && WorkoutIds is null;
}

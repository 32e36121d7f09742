using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>An activity as Garmin's list of activities describes it. Values that the list does not have are null.</summary>
/// <remarks>Source: docs/garmin-connect.md, section 5.2.</remarks>
public sealed record GarminActivity
{
    /// <summary>Garmin's id of it.</summary>
    public required long ActivityId { get; init; }

    /// <summary>The title; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>What the person wrote about it; null for none. Garmin often gives it in the detail only.</summary>
    public string? Description { get; init; }

    /// <summary>Garmin's key of the exact type, for example <c>trail_running</c>.</summary>
    public string? TypeKey { get; init; }

    /// <summary>When it started; UTC.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>When it started, by the clock of the place where it did; without a zone.</summary>
    public DateTime? LocalStartTime { get; init; }

    /// <summary>
    /// How far the clock of the place was ahead of UTC at the start, in quarters of an hour; null when one of the two starts is missing, or what lies between them is the
    /// offset of no clock.
    /// </summary>
    public TimeSpan? UtcOffset => LocalStartTime - StartTime?.UtcDateTime is { } ahead && Math.Round(ahead.TotalMinutes) is >= -14 * 60 and <= 14 * 60 and var minutes && minutes % 15 == 0
        ? TimeSpan.FromMinutes(minutes)
        : null;

    /// <summary>The day on which it started, by the clock of the place; by UTC when that clock is not known, and null without any start.</summary>
    public DateOnly? Day => (LocalStartTime ?? StartTime?.UtcDateTime) is { } start ? DateOnly.FromDateTime(start) : null;

    /// <summary>Seconds by the timer, without pauses.</summary>
    public double? DurationSeconds { get; init; }

    /// <summary>Seconds from start to end, pauses included.</summary>
    public double? ElapsedSeconds { get; init; }

    /// <summary>Seconds in motion.</summary>
    public double? MovingSeconds { get; init; }

    /// <summary>Metres; null for sports without a distance.</summary>
    public double? DistanceMeters { get; init; }

    /// <summary>Metres climbed.</summary>
    public double? ElevationGainMeters { get; init; }

    /// <summary>Metres descended.</summary>
    public double? ElevationLossMeters { get; init; }

    /// <summary>Metres per second.</summary>
    public double? AverageSpeedMetersPerSecond { get; init; }

    /// <summary>Kilocalories, with those that the body spends at rest.</summary>
    public double? Calories { get; init; }

    /// <summary>Average heart rate, in beats a minute.</summary>
    public double? AverageHeartRate { get; init; }

    /// <summary>Highest heart rate, in beats a minute.</summary>
    public double? MaxHeartRate { get; init; }

    /// <summary>Average power, in watts.</summary>
    public double? AveragePower { get; init; }

    /// <summary>Steps of both feet.</summary>
    public long? Steps { get; init; }

    /// <summary>The device that recorded it; null or 0 for an import.</summary>
    public long? DeviceId { get; init; }

    /// <summary>Whether it was entered by hand; then there is no file of it. Null when the list does not say.</summary>
    public bool? EnteredByHand { get; init; }

    /// <summary>Whether it is a multisport activity, whose legs are not in the list. Source: <c>parent</c>.</summary>
    public bool HasLegs { get; init; }

    /// <summary>The multisport activity that it is a leg of; null for none. Source: <c>parentId</c>.</summary>
    public long? ParentId { get; init; }

    /// <summary>The row as Garmin sent it (JSON), without the members about the owner.</summary>
    public required string RawSummary { get; init; }

    /// <summary>
    /// A version, a colon, and the SHA-256 of what a person or Garmin may edit, in lower-case hexadecimal. It is how to find edits: the list has no time of
    /// modification. Compare a hash that was kept with <see cref="HasContent"/>, which knows the older versions.
    /// </summary>
    public required string ContentHash { get; init; }

    /// <summary>Whether a hash that was kept is that of this content.</summary>
    /// <param name="contentHash">A <see cref="ContentHash"/> of this version of the package or of an older one.</param>
    public bool HasContent(string contentHash) => ActivityContentHash.IsOf(this, contentHash);

    /// <summary>
    /// The hash of this content as version 1.0 of the package made it, without a version in front: for a ledger that a program with that version reads too. Today's
    /// <see cref="HasContent"/> knows it.
    /// </summary>
    public string UnversionedContentHash() => ActivityContentHash.Unversioned(this);

    /// <summary>Reads an activity from a row of Garmin's list, such as a <see cref="RawSummary"/> that was kept.</summary>
    /// <param name="row">The row.</param>
    /// <returns>Null when the row has no usable id.</returns>
    public static GarminActivity? FromRow(JsonElement row) => GarminActivityRow.Read(row);
}

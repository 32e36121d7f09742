using System.Text.Json;
using System.Text.Json.Serialization;

namespace GarminConnect.Client;

/// <summary>A workout as Garmin Connect is given it.</summary>
/// <remarks>Source: docs/garmin-connect.md, section 7.3.</remarks>
public sealed record GarminWorkout
{
    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Garmin's id; null for a new workout.</summary>
    public long? WorkoutId { get; init; }

    /// <summary>The title.</summary>
    public required string WorkoutName { get; init; }

    /// <summary>What the athlete is told about it; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>The sport.</summary>
    public required GarminSportType SportType { get; init; }

    /// <summary>Seconds; null when it depends on the athlete.</summary>
    public int? EstimatedDurationInSecs { get; init; }

    /// <summary>The length of the pool in metres; null for other sports.</summary>
    public double? PoolLength { get; init; }

    /// <summary>The unit in which the pool is shown; null for other sports.</summary>
    public GarminUnit? PoolLengthUnit { get; init; }

    /// <summary>The parts; more than one only for multisport.</summary>
    public required IReadOnlyList<GarminWorkoutSegment> WorkoutSegments { get; init; }

    /// <summary>The workout as it is sent to Garmin, in UTF-8. The same workout gives the same bytes.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, JsonOptions);
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace GarminConnect.Client;

/// <summary>A workout as Garmin Connect is given it.</summary>
internal sealed record GarminWorkout
{
    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Null for a new one.</summary>
    public long? WorkoutId { get; init; }

    public required string WorkoutName { get; init; }

    public string? Description { get; init; }

    public required GarminSportType SportType { get; init; }

    /// <summary>Null when it depends on the athlete.</summary>
    public int? EstimatedDurationInSecs { get; init; }

    /// <summary>Metres.</summary>
    public double? PoolLength { get; init; }

    public GarminUnit? PoolLengthUnit { get; init; }

    public required IReadOnlyList<GarminWorkoutSegment> WorkoutSegments { get; init; }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, JsonOptions);
}

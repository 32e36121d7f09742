using System.Text.Json.Serialization;
using FitTrack.CentralDb.Api;

namespace FitTrack.CentralDb.WorkoutPlans;

/// <summary>A structured workout that can be uploaded to Garmin.</summary>
internal sealed class WorkoutPlan
{
    public required string Id { get; init; }

    public Guid UserId { get; init; }

    public required string Name { get; set; }

    public string? Description { get; set; }

    public required string Sport { get; set; }

    /// <summary>Of a pool swim: metres.</summary>
    public double? PoolLength { get; set; }

    /// <summary>A list of <see cref="WorkoutStep"/>, as JSON.</summary>
    [JsonConverter(typeof(RawJson))]
    public required string Steps { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }
}

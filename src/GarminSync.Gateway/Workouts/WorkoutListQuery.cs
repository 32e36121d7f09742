using System.Security.Claims;
using FitTrack.Hosting;
using GarminSync.Gateway.Access;
using GarminSync.Gateway.Bodies;
using Microsoft.AspNetCore.Mvc;

namespace GarminSync.Gateway.Workouts;

/// <summary>Which workout plans to list.</summary>
internal sealed record WorkoutListQuery
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 500;

    /// <summary>Whose; needed by the operator.</summary>
    [FromQuery(Name = "user_id")]
    public string? UserId { get; init; }

    /// <summary>How many, 1 to 500. Default 50.</summary>
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    /// <summary>How many to pass over. Default 0.</summary>
    [FromQuery(Name = "offset")]
    public string? Offset { get; init; }

    /// <summary>Whose plans, and which of them.</summary>
    /// <exception cref="InvalidFieldsException">A value is not allowed.</exception>
    /// <exception cref="ForeignUserException">It names somebody other than the caller.</exception>
    public (string UserId, int Limit, int Offset) Read(ClaimsPrincipal caller)
    {
        var errors = new FieldErrors();
        var userId = caller.OwnerOfData(UserId, errors);
        var limit = QueryFields.Number(errors, "limit", Limit, 1, MaxLimit) ?? DefaultLimit;
        var offset = QueryFields.Number(errors, "offset", Offset, 0, int.MaxValue) ?? 0;
        errors.ThrowIfAny();
        return (userId, limit, offset);
    }
}

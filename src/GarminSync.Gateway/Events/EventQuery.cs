using System.Security.Claims;
using FitTrack.Hosting;
using GarminSync.Contracts;
using GarminSync.Gateway.Access;
using GarminSync.Gateway.Bodies;
using Microsoft.AspNetCore.Mvc;

namespace GarminSync.Gateway.Events;

/// <summary>Which events to stream.</summary>
internal sealed record EventQuery
{
    /// <summary>Only this user's.</summary>
    [FromQuery(Name = "user_id")]
    public string? UserId { get; init; }

    /// <summary>Only these types, with commas between them, such as <c>ActivitySynced,SyncCompleted</c>.</summary>
    [FromQuery(Name = "types")]
    public string? Types { get; init; }

    /// <summary>The first question to the consumers: for a user, about that user's events alone.</summary>
    /// <exception cref="InvalidFieldsException">A value is not allowed.</exception>
    /// <exception cref="ForeignUserException">It names somebody other than the caller.</exception>
    public GetPublicEvents ToRequest(EventPosition position, ClaimsPrincipal caller)
    {
        var errors = new FieldErrors();
        var request = new GetPublicEvents
        {
            After = position.Read(errors),
            UserId = caller.UserOf(UserId),
            Types = ReadTypes(errors),
            Limit = EventPosition.EventsAtOnce,
        };
        return errors.Any ? throw new InvalidFieldsException(errors) : request;
    }

    private List<string>? ReadTypes(FieldErrors errors)
    {
        var named = Types?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        var known = named.Select(name => PublicEventTypes.All.FirstOrDefault(type => string.Equals(type, name, StringComparison.OrdinalIgnoreCase))).OfType<string>().ToList();
        if (known.Count < named.Length)
        {
            errors.Add("types", $"takes only {string.Join(", ", PublicEventTypes.All)}");
        }

        return known.Count > 0 ? known : null;
    }
}

using System.Security.Claims;
using FitTrack.Hosting;
using GarminSync.Gateway.Bodies;

namespace GarminSync.Gateway.Access;

/// <summary>The user whose data a call reads.</summary>
internal static class NamedUser
{
    /// <summary>The user that the call names, or else the caller. The operator has no data, so that a call of theirs has to name somebody.</summary>
    /// <exception cref="ForeignUserException">It names somebody other than the caller.</exception>
    public static string OwnerOfData(this ClaimsPrincipal caller, string? named, FieldErrors errors)
    {
        if (caller.UserOf(named) is { } userId)
        {
            return userId;
        }

        errors.Add("user_id", "is required; GET /api/garmin/accounts lists the accounts");
        return "";
    }

    /// <summary>The same of a call that has nothing else to check.</summary>
    /// <exception cref="InvalidFieldsException">The operator names nobody.</exception>
    /// <exception cref="ForeignUserException">It names somebody other than the caller.</exception>
    public static string OwnerOfData(this ClaimsPrincipal caller, string? named)
    {
        var errors = new FieldErrors();
        var owner = caller.OwnerOfData(named, errors);
        errors.ThrowIfAny();
        return owner;
    }
}

using System.Security.Claims;

namespace GarminSync.Gateway.Access;

/// <summary>Who calls: the operator, who may do everything, or a user, who reaches only their own data.</summary>
internal static class Caller
{
    /// <summary>The policy of calls that only the operator may make.</summary>
    public const string OperatorPolicy = "operator";

    private const string OperatorRole = "operator";
    private const string UserClaim = "user_id";

    public static ClaimsPrincipal Operator() => Of(new Claim(ClaimTypes.Role, OperatorRole));

    public static ClaimsPrincipal User(string userId) => Of(new Claim(UserClaim, userId));

    public static bool IsOperator(this ClaimsPrincipal caller) => caller.IsInRole(OperatorRole);

    /// <summary>The only user whose data the caller may reach; null for everybody's.</summary>
    public static string? OwnUserId(this ClaimsPrincipal caller) => caller.IsOperator()
        ? null
        : caller.FindFirstValue(UserClaim) ?? throw new InvalidOperationException("A call about users' data was let in without a caller.");

    /// <summary>The user that a call is about: the one it names, or else the caller; null when the operator names nobody.</summary>
    /// <exception cref="ForeignUserException">It names somebody other than the caller.</exception>
    public static string? UserOf(this ClaimsPrincipal caller, string? named)
    {
        named = string.IsNullOrEmpty(named) ? null : named;
        var own = caller.OwnUserId();
        return own is null || named is null || named == own ? named ?? own : throw new ForeignUserException(named);
    }

    private static ClaimsPrincipal Of(Claim claim) => new(new ClaimsIdentity([claim], CallerHandler.SchemeName));
}

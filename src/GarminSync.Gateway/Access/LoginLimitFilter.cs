using GarminSync.Gateway.Errors;
using GarminSync.Gateway.Login;

namespace GarminSync.Gateway.Access;

/// <summary>
/// Refuses logins that come too often, before the consumers or Garmin hear of them. A filter instead of the framework's middleware, because only the body says whose
/// login it is.
/// </summary>
internal sealed partial class LoginLimitFilter(LoginLimits limits, TimeProvider clock, ILogger<LoginLimitFilter> logger) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var address = context.HttpContext.Connection.RemoteIpAddress;
        if (limits.Count(AccountOf(context.Arguments), address) is not { } wait)
        {
            return next(context);
        }

        LogRefused(address, wait.TotalSeconds);
        return ValueTask.FromResult<object?>(FixedRefusals.RateLimited(clock.GetUtcNow() + wait));
    }

    private static string? AccountOf(IList<object?> arguments) =>
        arguments.Select(argument => argument switch
        {
            LoginBody login => login.Username,
            MfaCodeBody code => code.LoginId,
            ServiceTicketBody ticket => ticket.Email,
            GarminTokensBody tokens => tokens.Email,
            _ => null,
        }).FirstOrDefault(name => name is not null);

    [LoggerMessage(1201, LogLevel.Warning, "A login from {Address} was refused: too many attempts; the next one in {WaitSeconds:0} s")]
    private partial void LogRefused(System.Net.IPAddress? address, double waitSeconds);
}

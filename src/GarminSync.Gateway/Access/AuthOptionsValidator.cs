using Microsoft.Extensions.Options;

namespace GarminSync.Gateway.Access;

internal sealed class AuthOptionsValidator : IValidateOptions<AuthOptions>
{
    public ValidateOptionsResult Validate(string? name, AuthOptions options) => options.Mode == AuthMode.Token
        ? ValidateOptionsResult.Fail(
            "Gateway:Auth:Mode=Token is not there yet. Leave it out, and the gateway is open on this machine only; "
            + "or put a proxy that authenticates in front of it, and say so with Gateway:Auth:Mode=External.")
        : ValidateOptionsResult.Success;
}

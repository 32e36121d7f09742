using Microsoft.Extensions.Options;

namespace GarminSync.Gateway.Access;

internal sealed class AuthOptionsValidator : IValidateOptions<AuthOptions>
{
    private const string Key = $"{AuthOptions.SectionName}:{nameof(AuthOptions.OperatorKey)}";

    public ValidateOptionsResult Validate(string? name, AuthOptions options) => options switch
    {
        { Mode: AuthMode.Token, OperatorKey: null or { Length: < AuthOptions.OperatorKeyLength } } => ValidateOptionsResult.Fail(
            $"{Key} is needed with Gateway:Auth:Mode=Token: at least {AuthOptions.OperatorKeyLength} characters that nobody can guess, such as the output of "
            + "'openssl rand -hex 32', in the environment (Gateway__Auth__OperatorKey) or in a file of that name in the secrets folder."),
        { Mode: AuthMode.Token, OperatorKey: var key } when !key.All(character => character is > ' ' and <= '~') => ValidateOptionsResult.Fail(
            $"{Key} must be printable ASCII without spaces: it is sent in a header."),
        { Mode: not AuthMode.Token, OperatorKey.Length: > 0 } => ValidateOptionsResult.Fail(
            $"{Key} is given, but with Gateway:Auth:Mode={options.Mode} nobody is asked for it. Set Gateway:Auth:Mode=Token, or take the key away."),
        _ => ValidateOptionsResult.Success,
    };
}

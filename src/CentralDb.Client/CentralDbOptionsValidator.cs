using Microsoft.Extensions.Options;

namespace CentralDb.Client;

internal sealed class CentralDbOptionsValidator : IValidateOptions<CentralDbOptions>
{
    public ValidateOptionsResult Validate(string? name, CentralDbOptions options) =>
        options.Url is { IsAbsoluteUri: true } url && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("CentralDb:Url must be an absolute http or https address.");
}

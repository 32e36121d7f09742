using System.Net;
using Microsoft.Extensions.Options;

namespace GarminSync.Gateway.Access;

internal sealed class ProxyOptionsValidator : IValidateOptions<ProxyOptions>
{
    public ValidateOptionsResult Validate(string? name, ProxyOptions options) =>
        options.Trusted.FirstOrDefault(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _)) is { } wrong
            ? ValidateOptionsResult.Fail($"{ProxyOptions.SectionName}:{nameof(ProxyOptions.Trusted)} takes addresses and networks such as 10.0.0.7 or 10.0.0.0/8, not '{wrong}'.")
            : ValidateOptionsResult.Success;
}

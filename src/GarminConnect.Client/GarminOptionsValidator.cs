using Microsoft.Extensions.Options;

namespace GarminConnect.Client;

/// <summary>The rules across the fields of <see cref="GarminOptions"/>; names every broken one at once.</summary>
internal sealed class GarminOptionsValidator : IValidateOptions<GarminOptions>
{
    public ValidateOptionsResult Validate(string? name, GarminOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(GarminOptions options)
    {
        var addresses = new (string Name, Uri? Url, bool Needed)[]
        {
            (nameof(options.SsoUrl), options.SsoUrl, true),
            (nameof(options.DiAuthUrl), options.DiAuthUrl, true),
            (nameof(options.ConnectApiUrl), options.ConnectApiUrl, true),
            (nameof(options.ConnectUrl), options.ConnectUrl, false),
        };

        foreach (var (name, url, needed) in addresses)
        {
            if (url is not null && !options.Sandbox)
            {
                yield return $"Garmin:{name} is taken only with Garmin:Sandbox=true; without it, passwords go to Garmin's own servers alone.";
            }
            else if (url is null && options.Sandbox && needed)
            {
                yield return $"Garmin:{name} is missing; with Garmin:Sandbox=true it must be given, or sandbox data would go to the real Garmin.";
            }
            else if (url is not null && !(url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)))
            {
                yield return $"Garmin:{name} must be an absolute http or https address.";
            }
        }

        if (options.LoginForms.Distinct().Count() != options.LoginForms.Count || options.LoginForms.Any(form => !Enum.IsDefined(form)))
        {
            yield return "Garmin:LoginForms takes each of Mobile, Widget and Portal once; a form that is tried twice in one login deepens Garmin's limit.";
        }

        if (options.ClientIds.Any(string.IsNullOrWhiteSpace))
        {
            yield return "Garmin:ClientIds has an empty entry.";
        }
    }
}

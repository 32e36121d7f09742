using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CentralDb.Client;

/// <summary>Says at start when CentralDB is given secrets that anybody can read there.</summary>
internal sealed partial class SecretFormatWarning(IOptions<CentralDbOptions> options, ILogger<SecretFormatWarning> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.SecretFormat == SecretFormat.Plaintext)
        {
            LogPlaintext(options.Value.Url);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(
        601,
        LogLevel.Warning,
        "CentralDb:SecretFormat=Plaintext: Garmin passwords and tokens are stored in the CentralDB at {Url} for everybody to read who can read it. Leave the option out when no other reader needs that")]
    private partial void LogPlaintext(Uri url);
}

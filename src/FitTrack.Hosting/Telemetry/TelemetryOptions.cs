using System.ComponentModel.DataAnnotations;

namespace FitTrack.Hosting.Telemetry;

/// <summary>What a process tells about itself, and whom. Nothing by default. Section <c>Telemetry</c>.</summary>
public sealed class TelemetryOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Telemetry";

    /// <summary>
    /// Base address of a receiver of OTLP over HTTP with protobuf, such as <c>http://localhost:4318</c>; traces, metrics and logs go to <c>v1/traces</c>, <c>v1/metrics</c>
    /// and <c>v1/logs</c> below it. Default: none, and nothing is sent.
    /// </summary>
    public Uri? OtlpEndpoint { get; set; }

    /// <summary>Whether <c>/metrics</c> is there, for Prometheus. Default: no.</summary>
    public bool Prometheus { get; set; }

    /// <summary>
    /// The part of the traces that are kept, from 0 to 1, with <see cref="OtlpEndpoint"/>. Decided where a trace begins; the others go by that. Default: 1, all.
    /// </summary>
    [Range(0d, 1d)]
    public double TraceRatio { get; set; } = 1;

    /// <summary>
    /// How often metrics are sent by OTLP, and how often the consumers ask the state store and the broker for those that nobody counts by the way. Default one minute.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether metrics go anywhere.</summary>
    public bool HasMetrics() => Prometheus || OtlpEndpoint is not null;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OtlpEndpoint is not { } endpoint)
        {
            yield break;
        }

        if (!endpoint.IsAbsoluteUri || (endpoint.Scheme != Uri.UriSchemeHttp && endpoint.Scheme != Uri.UriSchemeHttps))
        {
            yield return new ValidationResult("Telemetry:OtlpEndpoint must be an http or https address, for example http://localhost:4318.", [nameof(OtlpEndpoint)]);
        }
        else if (endpoint.UserInfo.Length > 0 || endpoint.Query.Length > 0)
        {
            // It would be in errors that the exporter writes down.
            yield return new ValidationResult("Telemetry:OtlpEndpoint must have neither a password nor a query in it.", [nameof(OtlpEndpoint)]);
        }
    }
}

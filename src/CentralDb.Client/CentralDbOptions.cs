using System.ComponentModel.DataAnnotations;

namespace CentralDb.Client;

/// <summary>Where CentralDB is and how it is spoken to. Configuration section <c>CentralDb</c>.</summary>
public sealed class CentralDbOptions
{
    /// <summary>The configuration section: <c>CentralDb</c>.</summary>
    public const string SectionName = "CentralDb";

    /// <summary>Base address, http or https; a path in it is part of every call's. Default <c>http://localhost:8100</c>.</summary>
    [Required]
    public Uri Url { get; set; } = new("http://localhost:8100");

    /// <summary>Sent as <c>X-Api-Key</c>; null (default) sends none.</summary>
    [RegularExpression("[!-~]+", ErrorMessage = "CentralDb:ApiKey must be printable ASCII without spaces.")]
    public string? ApiKey { get; set; }

    /// <summary>How many data points go in one request. Default 200; 1 is for a CentralDB that takes a single object instead of an array.</summary>
    [Range(1, 10_000)]
    public int HealthMetricBatchSize { get; set; } = 200;

    /// <summary>Whether secrets are stored sealed (default) or, for a CentralDB whose other readers expect that, in plain text.</summary>
    /// <remarks>For those who fill <see cref="GarminCredentials"/>: the client itself neither seals nor opens.</remarks>
    [EnumDataType(typeof(SecretFormat))]
    public SecretFormat SecretFormat { get; set; } = SecretFormat.Sealed;

    /// <summary>How long one call may take, repeats included. Short, because people wait. Default 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the upload of one file may take, repeats included. Default 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan UploadTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The pause before a failed call is repeated for the first time; it doubles before the second, and varies at random. Default 200 milliseconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:10")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);
}

using System.ComponentModel.DataAnnotations;
using FitTrack.Databases;

namespace FitTrack.CentralDb;

/// <summary>How CentralDB keeps its data and who may call it. Section <c>CentralDbServer</c>; <c>CentralDb</c> is that of its callers.</summary>
public sealed class CentralDbServerOptions : DatabaseOptions
{
    public const string SectionName = "CentralDbServer";

    /// <summary>Where activity files lie. Default: <c>activities</c> in the data folder. One CentralDB process to a folder.</summary>
    public string? ActivityFolder { get; set; }

    /// <summary>The largest activity file that is taken, in bytes. Default: 100 MB.</summary>
    [Range(1, long.MaxValue / 2)]
    public long MaxFileSizeBytes { get; set; } = 100_000_000;

    /// <summary>What callers send as <c>X-Api-Key</c>. Without one, CentralDB answers everybody and therefore listens on loopback only.</summary>
    [MinLength(16, ErrorMessage = "ApiKey must have at least 16 characters, for example from 'openssl rand -hex 32'.")]
    public string? ApiKey { get; set; }
}

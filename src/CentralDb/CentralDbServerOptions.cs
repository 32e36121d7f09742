using System.ComponentModel.DataAnnotations;
using FitTrack.Databases;

namespace FitTrack.CentralDb;

/// <summary>How CentralDB keeps its data and who may call it. Section <c>CentralDbServer</c>; <c>CentralDb</c> is that of its callers.</summary>
public sealed class CentralDbServerOptions : DatabaseOptions
{
    public const string SectionName = "CentralDbServer";

    /// <summary>Where activity files lie, and in any case those that are arriving. Default: <c>activities</c> in the data folder. Several processes may share it on PostgreSQL.</summary>
    public string? ActivityFolder { get; set; }

    /// <summary>A bucket for the activity files, instead of the folder. Default: none.</summary>
    public BucketOptions Files { get; set; } = new();

    /// <summary>The largest activity file that is taken, in bytes. Default: 100 MB.</summary>
    [Range(1, long.MaxValue / 2)]
    public long MaxFileSizeBytes { get; set; } = 100_000_000;

    /// <summary>What callers send as <c>X-Api-Key</c>. Without one, CentralDB answers everybody and therefore listens on loopback only.</summary>
    [MinLength(16, ErrorMessage = "ApiKey must have at least 16 characters, for example from 'openssl rand -hex 32'.")]
    public string? ApiKey { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var problems = base.Validate(validationContext).ToList();
        var ofBucket = new List<ValidationResult>();
        Validator.TryValidateObject(Files, new ValidationContext(Files), ofBucket, validateAllProperties: true);
        problems.AddRange(ofBucket.Select(problem => new ValidationResult(problem.ErrorMessage, [.. problem.MemberNames.Select(member => $"{nameof(Files)}.{member}")])));
        return problems;
    }
}

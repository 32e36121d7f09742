using System.ComponentModel.DataAnnotations;

namespace FitTrack.CentralDb;

/// <summary>A bucket of Amazon S3, or of another store that speaks its protocol. Part <c>Files</c> of <see cref="CentralDbServerOptions"/>.</summary>
public sealed class BucketOptions : IValidatableObject
{
    /// <summary>The bucket, which must be there. Default: null, which keeps the files in the activity folder.</summary>
    [RegularExpression("^[A-Za-z0-9._-]{3,63}$", ErrorMessage = "The field Bucket must be the bucket's name alone, 3 to 63 letters, digits, '.', '_' and '-'.")]
    public string? Bucket { get; set; }

    /// <summary>Where the store answers, such as <c>https://minio.example.com</c>. Default: null, which is Amazon's own for the region.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The region. Default: <c>us-east-1</c>, which stores that have none expect.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Region { get; set; } = "us-east-1";

    /// <summary>What the names of all objects begin with, such as <c>fittrack/</c>. Default: nothing.</summary>
    [RegularExpression("^[A-Za-z0-9._/-]{0,200}$", ErrorMessage = "The field Prefix must be at most 200 letters, digits, '.', '_', '-' and '/'.")]
    public string Prefix { get; set; } = "";

    /// <summary>Whether the bucket's name is in the path and not in the host name. Default: true with an endpoint of its own, false at Amazon's.</summary>
    public bool? PathStyle { get; set; }

    /// <summary>The id of the access key. Default: null, which leaves it to the usual places of the SDK: the environment, a profile, the role of the machine or pod.</summary>
    public string? AccessKey { get; set; }

    /// <summary>The secret of the access key; goes with <see cref="AccessKey"/>. Default: null.</summary>
    public string? SecretKey { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(AccessKey) != string.IsNullOrEmpty(SecretKey))
        {
            yield return new ValidationResult("AccessKey and SecretKey go together: set both, or none for those of the machine.", [string.IsNullOrEmpty(AccessKey) ? nameof(SecretKey) : nameof(AccessKey)]);
        }

        if (Endpoint is { } endpoint && !(endpoint.IsAbsoluteUri && endpoint.Scheme is "http" or "https" && endpoint.UserInfo.Length == 0))
        {
            yield return new ValidationResult("The field Endpoint must be an http or https address without a user, such as https://minio.example.com.", [nameof(Endpoint)]);
        }
    }
}

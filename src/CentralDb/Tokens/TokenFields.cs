using FitTrack.CentralDb.Api;
using FitTrack.Hosting;

namespace FitTrack.CentralDb.Tokens;

/// <summary>A token to store.</summary>
/// <param name="UserId">Whose it is; in a PUT the path says it.</param>
/// <param name="Hash">Required. The hash of the token, never the token.</param>
/// <param name="Created">Now, when absent.</param>
/// <param name="Expires">Never, when absent. A time in the past revokes the token.</param>
internal sealed record TokenFields(Guid? UserId, string? Hash, DateTimeOffset? Created, DateTimeOffset? Expires)
{
    public FieldErrors Validate(bool userInBody)
    {
        var errors = new FieldErrors();
        if (userInBody && UserId is null)
        {
            errors.Add("user_id", Fields.Required);
        }

        if (Fields.Text(errors, "hash", Hash, 500) is null)
        {
            errors.Add("hash", Fields.Required);
        }

        return errors;
    }
}

using FitTrack.CentralDb.Api;
using FitTrack.Hosting;

namespace FitTrack.CentralDb.Users;

/// <summary>A user to make.</summary>
/// <param name="Email">Required; letter case does not matter when it is looked for.</param>
/// <param name="Name">May be absent.</param>
internal sealed record NewUser(string? Email, string? Name)
{
    public FieldErrors Validate()
    {
        var errors = new FieldErrors();
        Fields.Text(errors, "name", Name, 200);
        if (Fields.Text(errors, "email", Email, 254) is not { } email)
        {
            errors.Add("email", Fields.Required);
        }
        else if (email.IndexOf('@', StringComparison.Ordinal) is var at && (at < 1 || at == email.Length - 1 || email.Any(char.IsWhiteSpace)))
        {
            errors.Add("email", "must be an e-mail address such as athlete@example.com");
        }

        return errors;
    }
}

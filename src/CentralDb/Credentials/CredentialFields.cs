using System.Text.Json;
using System.Text.Json.Nodes;
using FitTrack.CentralDb.Api;
using FitTrack.Hosting;

namespace FitTrack.CentralDb.Credentials;

/// <summary>The fields of <see cref="GarminCredentials"/> that callers write. <c>garmin_plaintext_password</c> is taken as the password too.</summary>
internal sealed record CredentialFields(
    string? GarminUsername,
    string? GarminPasswordPlaintext,
    string? AccessToken,
    string? AccessTokenSecret,
    DateTimeOffset? TokenExpirationDate)
{
    private const string Password = "garmin_password_plaintext";
    private const string OtherPassword = "garmin_plaintext_password";
    private const int MaxLength = 64_000;

    public static CredentialFields None { get; } = new(null, null, null, null, null);

    public static CredentialFields Of(GarminCredentials stored) =>
        new(stored.GarminUsername, stored.GarminPasswordPlaintext, stored.AccessToken, stored.AccessTokenSecret, stored.TokenExpirationDate);

    /// <summary>These fields with those that were sent: what is absent stays, what is null is forgotten. So a token refresh need not repeat the password.</summary>
    public CredentialFields With(JsonObject sent)
    {
        var merged = JsonSerializer.SerializeToNode(this, CentralDbJson.Options)!.AsObject();
        try
        {
            foreach (var (name, value) in sent)
            {
                merged[name == OtherPassword ? Password : name] = value?.DeepClone();
            }

            return merged.Deserialize<CredentialFields>(CentralDbJson.Options)!;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter of text that is none: half of a surrogate pair, written as an escape.
            throw new BadHttpRequestException("A field is not a value of the expected type.", exception);
        }
    }

    public FieldErrors Validate()
    {
        var errors = new FieldErrors();
        Fields.Text(errors, "garmin_username", GarminUsername, 254);
        Fields.Text(errors, Password, GarminPasswordPlaintext, MaxLength);
        Fields.Text(errors, "access_token", AccessToken, MaxLength);
        Fields.Text(errors, "access_token_secret", AccessTokenSecret, MaxLength);
        return errors;
    }

    public void CopyTo(GarminCredentials credentials)
    {
        credentials.GarminUsername = GarminUsername;
        credentials.GarminPasswordPlaintext = GarminPasswordPlaintext;
        credentials.AccessToken = AccessToken;
        credentials.AccessTokenSecret = AccessTokenSecret;
        credentials.TokenExpirationDate = TokenExpirationDate;
    }
}

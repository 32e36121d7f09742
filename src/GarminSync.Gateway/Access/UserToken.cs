using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace GarminSync.Gateway.Access;

/// <summary>
/// A user's token: <c>gst.{user id, base64url}.{32 random bytes, base64url}</c>. It names its user because tokens are stored by user, one each, as a hash.
/// </summary>
internal sealed class UserToken
{
    private const string Prefix = "gst";
    private const int RandomBytes = 32;
    private const int LongestText = 512;

    private UserToken(string userId, string text) => (UserId, Text) = (userId, text);

    /// <summary>CentralDB's id of the user whom the token names. To be believed only when the stored hash for that user is this token's.</summary>
    public string UserId { get; }

    /// <summary>The token itself: shown to the operator once, and never logged.</summary>
    public string Text { get; }

    /// <summary>What is stored. The token is long and random, so even a hash without salt cannot be reversed.</summary>
    public string Hash => Hashes.Of(Text);

    public static UserToken New(string userId) => new(
        userId,
        $"{Prefix}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(userId))}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes))}");

    /// <summary>Reads a text that has the form of a token; null for any other.</summary>
    public static UserToken? TryRead(string text)
    {
        if (text.Length > LongestText || text.Split('.') is not [Prefix, { Length: > 0 } user, { Length: > 0 } random]
            || !Base64Url.IsValid(user) || !Base64Url.IsValid(random, out var length) || length != RandomBytes)
        {
            return null;
        }

        return new UserToken(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(user)), text);
    }
}

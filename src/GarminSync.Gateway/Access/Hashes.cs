using System.Security.Cryptography;
using System.Text;

namespace GarminSync.Gateway.Access;

/// <summary>Hashes, and comparisons that take the same time whatever the secret is.</summary>
internal static class Hashes
{
    /// <summary>The SHA-256 of a text, in lower-case hexadecimal.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Compares the hashes of both, so that not even the length of a secret shows.</summary>
    public static bool SameText(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(one)), SHA256.HashData(Encoding.UTF8.GetBytes(other)));
}

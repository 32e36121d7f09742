using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace GarminSync.Bus.Secrets;

/// <summary>
/// Seals passwords, tokens, tickets and codes before they are put into a message or a database: AES-256-GCM, written as
/// <c>gs2.{key id}.{base64url of nonce, ciphertext and tag}</c>. The tag covers the use (<see cref="SecretUse"/>) too. Values of version 1.0 (<c>gs1.…</c>), which name
/// no use, are still opened.
/// </summary>
/// <param name="keys">The keys.</param>
/// <param name="writeGs1">Seals as version 1.0 does, see <see cref="SecretOptions.WriteGs1"/>.</param>
public sealed class SecretSealer(SealingKeys keys, bool writeGs1 = false)
{
    private const string Bound = "gs2";
    private const string Unbound = "gs1";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>True when a stored value is sealed, and not plain text; also when only a later version can open it.</summary>
    public static bool IsSealed(string value) =>
        value.StartsWith("gs", StringComparison.Ordinal) && value.IndexOf('.') is > 2 and var dot && !value.AsSpan(2, dot - 2).ContainsAnyExceptInRange('0', '9');

    /// <summary>True when a stored value was sealed with the current key and as this process seals: bound to its use, or as version 1.0 does.</summary>
    public bool IsCurrent(string value) => value.StartsWith($"{Version}.{keys.CurrentId}.", StringComparison.Ordinal);

    /// <summary>The id of the current key.</summary>
    public string CurrentKeyId => keys.CurrentId;

    /// <summary>Seals a secret with the current key; the result differs each time, even for the same secret.</summary>
    public string Seal(string secret, SecretUse use)
    {
        var plain = Encoding.UTF8.GetBytes(secret);
        var sealedBytes = new byte[NonceBytes + plain.Length + TagBytes];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);

        var (id, key) = keys.Current;
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(
            nonce, plain, sealedBytes.AsSpan(NonceBytes, plain.Length), sealedBytes.AsSpan(NonceBytes + plain.Length), AssociatedData(Version, id, use));
        return $"{Version}.{id}.{Base64Url.EncodeToString(sealedBytes)}";
    }

    /// <summary>Opens an envelope.</summary>
    /// <exception cref="UnsealException">
    /// The value is no envelope, was changed, was sealed for another user or another use, or with a key that the key file does not hold.
    /// </exception>
    public string Open(string envelope, SecretUse use)
    {
        var parts = envelope.Split('.');
        if (parts is not [Unbound or Bound, var id, var text])
        {
            throw new UnsealException("A sealed value was expected (gs2.… or gs1.…), but something else was stored or sent.");
        }

        var key = FindKey(id)
            ?? throw new UnsealException($"A value was sealed with the key '{id}', which this process's key file does not hold. Give all processes the same Secrets:KeyFile.");

        try
        {
            var sealedBytes = Base64Url.DecodeFromChars(text);
            var plain = new byte[sealedBytes.Length - NonceBytes - TagBytes];
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(
                sealedBytes.AsSpan(0, NonceBytes),
                sealedBytes.AsSpan(NonceBytes, plain.Length),
                sealedBytes.AsSpan(^TagBytes..),
                plain,
                AssociatedData(parts[0], id, use));
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or CryptographicException)
        {
            throw new UnsealException(
                $"A sealed value does not open as the {use}: it was sealed for another user or another use, or was changed or cut short since.", exception);
        }
    }

    private string Version => writeGs1 ? Unbound : Bound;

    private byte[]? FindKey(string id)
    {
        try
        {
            return keys.Find(id);
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new UnsealException($"A value was sealed with a key that this process does not know yet, and it cannot look for it: {exception.Message}", exception);
        }
    }

    // What the tag covers beside the secret. A key id is a part of one line and a purpose is one word, so the owner, which may be any text, comes last.
    private static byte[] AssociatedData(string version, string keyId, SecretUse use) =>
        Encoding.UTF8.GetBytes(version == Unbound ? $"{Unbound}.{keyId}" : $"{Bound}.{keyId}\n{use.Purpose}\n{use.Owner}");
}

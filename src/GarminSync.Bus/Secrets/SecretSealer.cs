using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace GarminSync.Bus.Secrets;

/// <summary>
/// Seals passwords, tokens, tickets and codes before they are put into a message or a database: AES-256-GCM, written as
/// <c>gs1.{key id}.{base64url of nonce, ciphertext and tag}</c>.
/// </summary>
public sealed class SecretSealer(SealingKeys keys)
{
    private const string Prefix = "gs1.";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>True when a stored value is sealed, and not plain text.</summary>
    public static bool IsSealed(string value) => value.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>True when a stored value was sealed with the current key.</summary>
    public bool IsCurrent(string value) => value.StartsWith($"{Prefix}{keys.CurrentId}.", StringComparison.Ordinal);

    /// <summary>The id of the current key.</summary>
    public string CurrentKeyId => keys.CurrentId;

    /// <summary>Seals a secret with the current key; the result differs each time, even for the same secret.</summary>
    public string Seal(string secret)
    {
        var plain = Encoding.UTF8.GetBytes(secret);
        var sealedBytes = new byte[NonceBytes + plain.Length + TagBytes];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);

        var (id, key) = keys.Current;
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceBytes, plain.Length), sealedBytes.AsSpan(NonceBytes + plain.Length), AssociatedData(id));
        return $"{Prefix}{id}.{Base64Url.EncodeToString(sealedBytes)}";
    }

    /// <summary>Opens an envelope.</summary>
    /// <exception cref="UnsealException">The value is no envelope, was changed, or was sealed with a key that the key file does not hold.</exception>
    public string Open(string envelope)
    {
        var parts = envelope.Split('.');
        if (parts.Length != 3 || !IsSealed(envelope))
        {
            throw new UnsealException("A sealed value was expected (gs1.…), but something else was stored or sent.");
        }

        var key = FindKey(parts[1])
            ?? throw new UnsealException($"A value was sealed with the key '{parts[1]}', which this process's key file does not hold. Give all processes the same Secrets:KeyFile.");

        try
        {
            var sealedBytes = Base64Url.DecodeFromChars(parts[2]);
            var plain = new byte[sealedBytes.Length - NonceBytes - TagBytes];
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(
                sealedBytes.AsSpan(0, NonceBytes), sealedBytes.AsSpan(NonceBytes, plain.Length), sealedBytes.AsSpan(^TagBytes..), plain, AssociatedData(parts[1]));
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or CryptographicException)
        {
            throw new UnsealException("A sealed value was changed or cut short since it was sealed; it cannot be opened.", exception);
        }
    }

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

    // Binds the key id to the ciphertext: an envelope whose id was changed does not open.
    private static byte[] AssociatedData(string keyId) => Encoding.UTF8.GetBytes(Prefix + keyId);
}

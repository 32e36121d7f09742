namespace CentralDb.Client;

internal enum SecretFormat
{
    Sealed,
    Plaintext,
}

namespace GarminSync.Consumers.CentralDb;

internal enum SecretFormat
{
    Sealed,
    Plaintext,
}

namespace CentralDb.Client;

/// <summary>How secrets lie in CentralDB.</summary>
public enum SecretFormat
{
    /// <summary>Encrypted by the one who writes them; CentralDB cannot read them.</summary>
    Sealed,

    /// <summary>As they are, for everybody to read who can read CentralDB.</summary>
    Plaintext,
}

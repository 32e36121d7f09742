namespace GarminSync.Bus.Secrets;

/// <summary>Where to find the sealing keys. Section <c>Secrets</c>; the gateway and the consumers must share the file.</summary>
public sealed class SecretOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Secrets";

    /// <summary>Path of the key file. Default: <c>secrets.key</c> in the data folder, made at first start with mode 0600.</summary>
    public string? KeyFile { get; set; }
}

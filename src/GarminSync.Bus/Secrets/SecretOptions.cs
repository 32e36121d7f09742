namespace GarminSync.Bus.Secrets;

/// <summary>Where to find the sealing keys. Section <c>Secrets</c>; the gateway and the consumers must share the file.</summary>
public sealed class SecretOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Secrets";

    /// <summary>Path of the key file. Default: <c>secrets.key</c> in the data folder, made at first start with mode 0600.</summary>
    public string? KeyFile { get; set; }

    /// <summary>
    /// Seals as version 1.0 does (<c>gs1.…</c>), bound to no user and no use. Only for an upgrade without a standstill, while a process of version 1.0, which cannot
    /// open <c>gs2.…</c>, still runs.
    /// </summary>
    public bool WriteGs1 { get; set; }
}

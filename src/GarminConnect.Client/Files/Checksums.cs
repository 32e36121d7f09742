namespace GarminConnect.Client;

/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Crc32">As in a ZIP.</param>
internal readonly record struct Checksums(string Sha256, uint Crc32);

namespace FitTrack.Fit;

/// <summary>The header of a FIT file.</summary>
/// <param name="Position">Where it begins: the number of bytes before it. More than 0 in a chain of files.</param>
/// <param name="Size">Its size in bytes: 12, or 14 with a checksum of its own.</param>
/// <param name="ProtocolVersion">The version of the protocol, for example 2.0.</param>
/// <param name="ProfileVersion">The version of the profile that the writer knew, as the file has it, for example 2158.</param>
/// <param name="DataBytes">The size of the messages in bytes, without header and checksum; in a damaged file, what the header says.</param>
public sealed record FitHeader(long Position, int Size, Version ProtocolVersion, int ProfileVersion, uint DataBytes);

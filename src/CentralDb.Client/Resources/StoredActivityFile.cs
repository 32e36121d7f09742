namespace CentralDb.Client;

/// <summary>A file of an activity in CentralDB.</summary>
/// <param name="Id">CentralDB's id of the record that has it.</param>
/// <param name="FileFormat"><c>fit</c>, <c>tcx</c> or <c>gpx</c>.</param>
/// <param name="FilePart">Which of several files of this format it is, from 1.</param>
/// <param name="FileSize">In bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal. Null when CentralDB does not say.</param>
/// <param name="Revision">Of the record.</param>
public sealed record StoredActivityFile(string Id, string FileFormat, int FilePart, long FileSize, string? Sha256, long Revision);

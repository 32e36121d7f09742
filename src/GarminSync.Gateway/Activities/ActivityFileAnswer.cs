using CentralDb.Client;

namespace GarminSync.Gateway.Activities;

/// <summary>A file of an activity.</summary>
/// <param name="Format"><c>fit</c>, <c>tcx</c> or <c>gpx</c>.</param>
/// <param name="Part">Which of several files of this format it is, from 1.</param>
/// <param name="SizeBytes">Its size.</param>
/// <param name="Sha256">Lower-case hexadecimal; null when CentralDB does not say.</param>
internal sealed record ActivityFileAnswer(string Format, int Part, long SizeBytes, string? Sha256)
{
    public static ActivityFileAnswer Of(StoredActivityFile file) => new(file.FileFormat, file.FilePart, file.FileSize, file.Sha256);
}

using System.Text.Json.Serialization;

namespace FitTrack.CentralDb.Activities.Overviews;

/// <summary>A file of an activity.</summary>
/// <param name="Id">The record that has it: <c>GET /activities/{user_id}/{id}/file</c>.</param>
/// <param name="GarminActivityId">Whose file it is.</param>
/// <param name="FileFormat"><c>fit</c>, <c>tcx</c> or <c>gpx</c>.</param>
/// <param name="FilePart">Which of several files of this format it is, from 1.</param>
/// <param name="FileSize">In bytes.</param>
/// <param name="Sha256">In lower-case hexadecimal digits.</param>
/// <param name="Revision">Of the record.</param>
internal sealed record OverviewFile(
    Guid Id, [property: JsonIgnore] long GarminActivityId, string FileFormat, int FilePart, long FileSize, string? Sha256, long Revision);

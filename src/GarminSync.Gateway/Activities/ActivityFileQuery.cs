using FitTrack.Hosting;
using GarminSync.Gateway.Bodies;
using Microsoft.AspNetCore.Mvc;

namespace GarminSync.Gateway.Activities;

/// <summary>Which file of an activity.</summary>
internal sealed record ActivityFileQuery
{
    /// <summary><c>fit</c>, <c>tcx</c> or <c>gpx</c>. Default: the first of these that there is.</summary>
    [FromQuery(Name = "format")]
    public string? Format { get; init; }

    /// <summary>Which of several files of the format, from 1. Default 1.</summary>
    [FromQuery(Name = "part")]
    public string? Part { get; init; }

    public (string? Format, int Part) Read(FieldErrors errors) => (
        QueryFields.Choice(errors, "format", Format, ActivityFormats.All),
        QueryFields.Number(errors, "part", Part, 1, int.MaxValue) ?? 1);
}

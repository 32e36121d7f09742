using FitTrack.Hosting;
using GarminSync.Gateway.Bodies;
using Microsoft.AspNetCore.Mvc;

namespace GarminSync.Gateway.Activities.Tracks;

/// <summary>How much of a track, and of which file.</summary>
internal sealed record TrackQuery
{
    private const int DefaultPoints = 1000;
    private const int LeastPoints = 50;
    private const int MostPoints = 20_000;

    /// <summary>How many records at most, 50 to 20000. Default 1000.</summary>
    [FromQuery(Name = "points")]
    public string? Points { get; init; }

    /// <summary>Which of several FIT files, from 1. Default 1.</summary>
    [FromQuery(Name = "part")]
    public string? Part { get; init; }

    public (int Points, int Part) Read(FieldErrors errors) => (
        QueryFields.Number(errors, "points", Points, LeastPoints, MostPoints) ?? DefaultPoints,
        QueryFields.Number(errors, "part", Part, 1, int.MaxValue) ?? 1);
}

using System.Text.Json;
using FitTrack.Fit;

namespace GarminSync.Gateway.Activities.Tracks;

/// <summary>Something that is wrong with the file. What stands before it is in the track.</summary>
/// <param name="Kind">Such as <c>truncated</c>, <c>checksum</c> or <c>not_fit</c>.</param>
/// <param name="Detail">What is wrong and where, as an English sentence.</param>
internal sealed record TrackFault(string Kind, string Detail)
{
    public static TrackFault Of(FitFault fault) => new(JsonNamingPolicy.SnakeCaseLower.ConvertName(fault.Kind.ToString()), fault.ToString());
}

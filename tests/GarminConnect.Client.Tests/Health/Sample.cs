namespace GarminConnect.Client.Tests.Health;

/// <summary>An answer in a shape that is documented or was recorded, with made-up values.</summary>
/// <param name="Endpoint">The endpoint that gives it.</param>
/// <param name="From">The first day asked for.</param>
/// <param name="To">The last.</param>
/// <param name="Body">The JSON.</param>
/// <param name="Expected">All that comes out, a line for each metric and day with values.</param>
public sealed record Sample(string Endpoint, string From, string To, string Body, string Expected)
{
    public static IReadOnlyList<Sample> All { get; } = [.. SamplesOfDays.All, .. SamplesOfMeasurements.All, .. SamplesOfRanges.All, .. SamplesOfTraining.All];
}

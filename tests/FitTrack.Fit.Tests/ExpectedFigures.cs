using System.Text.Json;

namespace FitTrack.Fit.Tests;

/// <summary>What another decoder read from the same files; <c>Figures/README.md</c> says which one, and how.</summary>
internal sealed record ExpectedFigures
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public required Dictionary<int, int> Messages { get; init; }

    public required string Type { get; init; }

    public required string Manufacturer { get; init; }

    public long? SerialNumber { get; init; }

    public DateTimeOffset? FirstTime { get; init; }

    public DateTimeOffset? LastTime { get; init; }

    public ExpectedSeries? Latitude { get; init; }

    public ExpectedSeries? Longitude { get; init; }

    public ExpectedSeries? HeartRate { get; init; }

    public ExpectedSeries? Cadence { get; init; }

    public ExpectedSeries? Distance { get; init; }

    public ExpectedSeries? Speed { get; init; }

    public ExpectedSeries? Altitude { get; init; }

    public ExpectedSeries? Temperature { get; init; }

    public ExpectedSeries? Power { get; init; }

    public ExpectedSeries? RrIntervals { get; init; }

    public double? LocalOffsetSeconds { get; init; }

    public required IReadOnlyList<ExpectedTotals> Sessions { get; init; }

    public required IReadOnlyList<ExpectedTotals> Laps { get; init; }

    public static IReadOnlyDictionary<string, ExpectedFigures> Load(string name)
    {
        using var stream = typeof(ExpectedFigures).Assembly.GetManifestResourceStream($"FitTrack.Fit.Tests.Figures.{name}.json")!;
        return JsonSerializer.Deserialize<ExpectedFile>(stream, Json)!.Files;
    }

    private sealed record ExpectedFile(Dictionary<string, ExpectedFigures> Files);
}

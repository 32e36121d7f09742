using GarminSync.Web.Api;

namespace GarminSync.Web.Health;

/// <summary>What the page shows of an account and a period.</summary>
public sealed record HealthView
{
    /// <summary>What was asked for.</summary>
    public required Period Period { get; init; }

    /// <summary>The first day; of <see cref="PeriodKind.All"/> the first with a value.</summary>
    public required DateOnly First { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>How many days a place across is; of a day, whose curves are finer, 1.</summary>
    public required int Width { get; init; }

    /// <summary>The names of all values that the account has.</summary>
    public required IReadOnlyList<string> Known { get; init; }

    /// <summary>The values of the cards: of a day those of the day, else the latest.</summary>
    public required IReadOnlyList<LatestValue> Figures { get; init; }

    /// <summary>Those that there are.</summary>
    public required IReadOnlyList<Curve> Curves { get; init; }

    /// <summary>The athlete's day; null for a longer period.</summary>
    public AthleteDay? Day { get; init; }

    /// <summary>The first moment of the day, UTC: by the athlete's clock, or by the reader's where that is not known.</summary>
    public DateTimeOffset Start { get; init; }

    /// <summary>The first moment after the day.</summary>
    public DateTimeOffset End { get; init; }

    /// <summary>The curve of a metric; null when there is none.</summary>
    public Curve? Of(string type) => Curves.FirstOrDefault(curve => curve.Type == type);
}

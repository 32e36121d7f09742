using FitTrack.CentralDb.Api;
using FitTrack.Hosting;

namespace FitTrack.CentralDb.Activities.Overviews;

/// <summary>Which activities are asked for.</summary>
internal sealed record OverviewFilter
{
    private const int MostTypes = 100;

    private IReadOnlyList<string> Types { get; init; } = [];

    private string? TextKey { get; init; }

    private TimeRange Range { get; init; } = new(From: null, Before: null);

    private double? MinDistance { get; init; }

    private double? MaxDistance { get; init; }

    private double? MinDuration { get; init; }

    private double? MaxDuration { get; init; }

    public static OverviewFilter Read(FieldErrors errors, OverviewParameters sent)
    {
        if (sent.Type?.Length > MostTypes)
        {
            errors.Add("type", $"must be there at most {MostTypes} times");
        }

        return new OverviewFilter
        {
            Types = [.. (sent.Type ?? []).Select(type => Fields.Text(errors, "type", type, 100)).OfType<string>().Distinct(StringComparer.Ordinal)],
            TextKey = ActivityOverview.KeyOf(Fields.Text(errors, "text", sent.Text, 1000)),
            Range = TimeRange.Read(errors, sent.From, sent.To),
            MinDistance = Fields.Amount(errors, "min_distance_meters", sent.MinDistanceMeters),
            MaxDistance = Fields.Amount(errors, "max_distance_meters", sent.MaxDistanceMeters),
            MinDuration = Fields.Amount(errors, "min_duration_seconds", sent.MinDurationSeconds),
            MaxDuration = Fields.Amount(errors, "max_duration_seconds", sent.MaxDurationSeconds),
        };
    }

    public IQueryable<ActivityOverview> Of(IQueryable<ActivityOverview> overviews)
    {
        overviews = Types switch
        {
            [] => overviews,
            [var type] => overviews.Where(overview => overview.ActivityType == type),
            var types => overviews.Where(overview => overview.ActivityType != null && types.Contains(overview.ActivityType)),
        };
        overviews = TextKey is { } text ? overviews.Where(overview => overview.NameKey!.Contains(text)) : overviews;
        overviews = MinDistance is { } minDistance ? overviews.Where(overview => overview.DistanceMeters >= minDistance) : overviews;
        overviews = MaxDistance is { } maxDistance ? overviews.Where(overview => overview.DistanceMeters <= maxDistance) : overviews;
        overviews = MinDuration is { } minDuration ? overviews.Where(overview => overview.DurationSeconds >= minDuration) : overviews;
        overviews = MaxDuration is { } maxDuration ? overviews.Where(overview => overview.DurationSeconds <= maxDuration) : overviews;
        return WithinRange(overviews);
    }

    private IQueryable<ActivityOverview> WithinRange(IQueryable<ActivityOverview> overviews)
    {
        var (fromDay, beforeDay, from, before) = (Range.FromDay, Range.BeforeDay, Range.From, Range.Before);
        if (fromDay is not null)
        {
            overviews = overviews.Where(overview => string.Compare(overview.StartDay, fromDay) >= 0);
        }
        else if (from is not null)
        {
            overviews = overviews.Where(overview => overview.StartTime >= from);
        }

        if (beforeDay is not null)
        {
            return overviews.Where(overview => string.Compare(overview.StartDay, beforeDay) < 0);
        }

        return before is null ? overviews : overviews.Where(overview => overview.StartTime < before);
    }
}

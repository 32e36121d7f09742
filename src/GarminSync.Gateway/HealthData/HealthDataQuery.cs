using System.Globalization;
using System.Security.Claims;
using FitTrack.Hosting;
using GarminSync.Gateway.Access;
using GarminSync.Gateway.Bodies;
using Microsoft.AspNetCore.Mvc;

namespace GarminSync.Gateway.HealthData;

/// <summary>Which values of health metrics to read.</summary>
internal sealed record HealthDataQuery
{
    /// <summary>The resolutions by their names.</summary>
    internal static readonly IReadOnlyDictionary<string, HealthResolution> Resolutions = new Dictionary<string, HealthResolution>(StringComparer.Ordinal)
    {
        [Raw] = HealthResolution.Raw,
        ["day"] = HealthResolution.Day,
        ["week"] = HealthResolution.Week,
        ["month"] = HealthResolution.Month,
    };

    private const string Raw = "raw";
    private const int MostTypes = 20;
    private const int DefaultPoints = 500;
    private const int MostPoints = 2000;

    /// <summary>Whose; needed by the operator.</summary>
    [FromQuery(Name = "user_id")]
    public string? UserId { get; init; }

    /// <summary>What is measured, such as <c>resting_heart_rate</c>; up to 20 times.</summary>
    [FromQuery(Name = "metric_type")]
    public string[]? MetricType { get; init; }

    /// <summary>First day, <c>YYYY-MM-DD</c>; with <c>raw</c> also a moment with its zone, such as <c>2026-11-22T06:30:00Z</c>. Default: from the first value.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>Last day or moment, inclusive. Default: to the last value.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    /// <summary><c>raw</c> (the default), <c>day</c>, <c>week</c> or <c>month</c>.</summary>
    [FromQuery(Name = "resolution")]
    public string? Resolution { get; init; }

    /// <summary>With <c>raw</c>: points of a metric, 1 to 2000. Default 500.</summary>
    [FromQuery(Name = "points")]
    public string? Points { get; init; }

    /// <summary>Whose values, and which of them.</summary>
    /// <exception cref="InvalidFieldsException">A value is not allowed.</exception>
    /// <exception cref="ForeignUserException">It names somebody other than the caller.</exception>
    public HealthDataRequest Read(ClaimsPrincipal caller)
    {
        var errors = new FieldErrors();
        var types = QueryFields.Texts(errors, "metric_type", MetricType, MostTypes);
        if (types.Count == 0 && MetricType is not { Length: > MostTypes })
        {
            errors.Add("metric_type", "is required; GET /api/garmin/health/latest names those there are");
        }

        var name = QueryFields.Choice(errors, "resolution", Resolution, [.. Resolutions.Keys]) ?? Raw;
        // An unknown one is in the errors.
        var resolution = Resolutions.GetValueOrDefault(name, HealthResolution.Raw);
        var request = new HealthDataRequest
        {
            UserId = caller.OwnerOfData(UserId, errors),
            MetricTypes = types,
            Resolution = resolution,
            ResolutionName = name,
            Points = QueryFields.Number(errors, "points", Points, 1, MostPoints) ?? DefaultPoints,
            From = resolution == HealthResolution.Raw ? Moment(errors, "from", From, endOfDay: false) : null,
            To = resolution == HealthResolution.Raw ? Moment(errors, "to", To, endOfDay: true) : null,
            FirstDay = resolution == HealthResolution.Raw ? null : QueryFields.Day(errors, "from", From),
            LastDay = resolution == HealthResolution.Raw ? null : QueryFields.Day(errors, "to", To),
        };
        if (request.From > request.To || request.FirstDay > request.LastDay)
        {
            errors.Add("to", "must not be before from");
        }

        errors.ThrowIfAny();
        return request;
    }

    /// <summary>A moment, or the first or last one of a day in UTC.</summary>
    private static DateTimeOffset? Moment(FieldErrors errors, string name, string? value, bool endOfDay)
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        if (QueryFields.TryDay(value, out var day))
        {
            var start = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            return endOfDay ? start.AddDays(1).AddMicroseconds(-1) : start;
        }

        // A plus sign that was not escaped arrives as a blank.
        if (DateTimeOffset.TryParseExact(
            value.Replace(' ', '+'), ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            && moment.Year is > 1900 and < 2200)
        {
            return moment;
        }

        errors.Add(name, "must be a day such as 2026-11-22, or a moment such as 2026-11-22T06:30:00Z");
        return null;
    }
}

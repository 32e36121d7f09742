using System.Security.Claims;
using CentralDb.Client;
using FitTrack.Hosting;
using GarminSync.Gateway.Access;
using GarminSync.Gateway.Bodies;
using Microsoft.AspNetCore.Mvc;

namespace GarminSync.Gateway.Activities;

/// <summary>Which activities to list.</summary>
internal sealed record ActivityListQuery
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 500;
    private const int MostTypes = 100;
    private const int LongestText = 1000;

    internal static readonly IReadOnlyDictionary<string, ActivitySort> Sorts = new Dictionary<string, ActivitySort>(StringComparer.Ordinal)
    {
        ["start_time"] = ActivitySort.StartTime,
        ["distance_meters"] = ActivitySort.Distance,
        ["duration_seconds"] = ActivitySort.Duration,
        ["elevation_gain_meters"] = ActivitySort.ElevationGain,
        ["average_heart_rate"] = ActivitySort.AverageHeartRate,
    };

    /// <summary>Whose; needed by the operator.</summary>
    [FromQuery(Name = "user_id")]
    public string? UserId { get; init; }

    /// <summary>First day, <c>YYYY-MM-DD</c>, by the athlete's clock.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>Last day, inclusive.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    /// <summary>Only of this type, such as <c>running</c>; several times for any of several.</summary>
    [FromQuery(Name = "type")]
    public string[]? Type { get; init; }

    /// <summary>A part of the name, in any letter case.</summary>
    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    /// <summary>
    /// <c>start_time</c>, <c>distance_meters</c>, <c>duration_seconds</c>, <c>elevation_gain_meters</c> or <c>average_heart_rate</c>; with <c>-</c> before it, the largest
    /// first. Default <c>-start_time</c>.
    /// </summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    /// <summary>Activities in a page, 1 to 500. Default 50.</summary>
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    /// <summary><c>next_cursor</c> of the page before, with the same <c>sort</c>.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>Whose activities, and which of them.</summary>
    /// <exception cref="InvalidFieldsException">A value is not allowed.</exception>
    /// <exception cref="ForeignUserException">It names somebody other than the caller.</exception>
    public (string UserId, ActivityQuery Query) Read(ClaimsPrincipal caller)
    {
        var errors = new FieldErrors();
        var userId = caller.OwnerOfData(UserId, errors);
        var (sort, ascending) = ReadSort(errors);
        var query = new ActivityQuery
        {
            Types = QueryFields.Texts(errors, "type", Type, MostTypes),
            Text = QueryFields.Text(errors, "q", Text, LongestText),
            From = QueryFields.Day(errors, "from", From),
            To = QueryFields.Day(errors, "to", To),
            Sort = sort,
            Ascending = ascending,
            Limit = QueryFields.Number(errors, "limit", Limit, 1, MaxLimit) ?? DefaultLimit,
            Cursor = QueryFields.Text(errors, "cursor", Cursor, LongestText),
        };
        if (query.From > query.To)
        {
            errors.Add("to", "must not be before from");
        }

        errors.ThrowIfAny();
        return (userId, query);
    }

    private (ActivitySort Sort, bool Ascending) ReadSort(FieldErrors errors)
    {
        var name = string.IsNullOrEmpty(Sort) ? "-start_time" : Sort;
        if (Sorts.TryGetValue(name.TrimStart('-'), out var sort) && !name.StartsWith("--", StringComparison.Ordinal))
        {
            return (sort, name[0] != '-');
        }

        errors.Add("sort", $"must be one of {string.Join(", ", Sorts.Keys)}, with - before it for the largest first");
        return default;
    }
}

using FitTrack.Hosting;
using GarminSync.Contracts;
using GarminSync.Gateway.Bodies;
using Microsoft.AspNetCore.Mvc;

namespace GarminSync.Gateway.Operations;

/// <summary>Which accounts to tell of. All fields are text, so that a bad number is refused like any other bad value.</summary>
internal sealed record OperationsQuery
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;
    private const int LongestSearch = 100;
    private const int LongestCursor = 300;

    /// <summary>Only accounts whose Garmin user name or user id has this in it.</summary>
    [FromQuery(Name = "q")]
    public string? Search { get; init; }

    /// <summary>Accounts in a page, 1 to 200. Default 50.</summary>
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    /// <summary><c>next_cursor</c> of the page before.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <exception cref="InvalidFieldsException">A value is not allowed.</exception>
    public GetOperations ToRequest()
    {
        var errors = new FieldErrors();
        var request = new GetOperations
        {
            Search = QueryFields.Text(errors, "q", Search, LongestSearch),
            Limit = QueryFields.Number(errors, "limit", Limit, 1, MaxLimit) ?? DefaultLimit,
            Cursor = QueryFields.Text(errors, "cursor", Cursor, LongestCursor),
        };
        errors.ThrowIfAny();
        return request;
    }
}

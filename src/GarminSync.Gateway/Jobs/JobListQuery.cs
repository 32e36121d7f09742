using System.Security.Claims;
using FitTrack.Hosting;
using GarminSync.Contracts;
using GarminSync.Gateway.Access;
using GarminSync.Gateway.Bodies;
using Microsoft.AspNetCore.Mvc;

namespace GarminSync.Gateway.Jobs;

/// <summary>Which jobs to list. All fields are text, so that a bad number is refused like any other bad value.</summary>
internal sealed record JobListQuery
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    internal static readonly IReadOnlyList<string> States =
    [
        SyncJobStates.Queued, SyncJobStates.Planning, SyncJobStates.Fetching, SyncJobStates.Paused,
        SyncJobStates.Completed, SyncJobStates.CompletedWithErrors, SyncJobStates.Failed, SyncJobStates.Cancelled,
    ];

    internal static readonly IReadOnlyList<string> Types = [SyncKinds.Activities, SyncKinds.Health, SyncKinds.Workouts, SyncKinds.All];

    /// <summary>Only this user's.</summary>
    [FromQuery(Name = "user_id")]
    public string? UserId { get; init; }

    /// <summary>Only in this state.</summary>
    [FromQuery(Name = "state")]
    public string? State { get; init; }

    /// <summary>Only of this type: <c>activities</c>, <c>health</c>, <c>workouts</c> or <c>all</c>.</summary>
    [FromQuery(Name = "job_type")]
    public string? JobType { get; init; }

    /// <summary>Jobs in a page, 1 to 200. Default 50.</summary>
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    /// <summary>Jobs to skip.</summary>
    [FromQuery(Name = "offset")]
    public string? Offset { get; init; }

    /// <summary><c>next_cursor</c> of the page before; when given, <c>offset</c> is ignored.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>The request to the consumers: for a user, about that user's jobs alone.</summary>
    /// <exception cref="InvalidFieldsException">A value is not allowed.</exception>
    /// <exception cref="ForeignUserException">It names somebody other than the caller.</exception>
    public ListSyncJobs ToRequest(ClaimsPrincipal caller)
    {
        var errors = new FieldErrors();
        var request = new ListSyncJobs
        {
            UserId = caller.UserOf(UserId),
            State = QueryFields.Choice(errors, "state", State, States),
            JobType = QueryFields.Choice(errors, "job_type", JobType, Types),
            Limit = QueryFields.Number(errors, "limit", Limit, 1, MaxLimit) ?? DefaultLimit,
            Offset = QueryFields.Number(errors, "offset", Offset, 0, int.MaxValue),
            Cursor = NullIfEmpty(Cursor),
        };
        return errors.Any ? throw new InvalidFieldsException(errors) : request;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

using System.Globalization;
using FitTrack.Hosting;
using GarminSync.Contracts;
using GarminSync.Gateway.Bodies;
using Microsoft.AspNetCore.Mvc;

namespace GarminSync.Gateway.Jobs;

/// <summary>Which jobs to list. All text, so that a number that is none is refused like every other bad value.</summary>
/// <param name="UserId">Only this user's.</param>
/// <param name="State">Only in this state.</param>
/// <param name="JobType">Only of this type: activities, health, workouts or all.</param>
/// <param name="Limit">Jobs in a page, 1 to 200; 50 unless told.</param>
/// <param name="Offset">Jobs to pass over.</param>
/// <param name="Cursor">next_cursor of the page before.</param>
internal sealed record JobListQuery(
    [FromQuery(Name = "user_id")] string? UserId,
    [FromQuery(Name = "state")] string? State,
    [FromQuery(Name = "job_type")] string? JobType,
    [FromQuery(Name = "limit")] string? Limit,
    [FromQuery(Name = "offset")] string? Offset,
    [FromQuery(Name = "cursor")] string? Cursor)
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    private static readonly string[] States =
    [
        SyncJobStates.Queued, SyncJobStates.Planning, SyncJobStates.Fetching, SyncJobStates.Paused,
        SyncJobStates.Completed, SyncJobStates.CompletedWithErrors, SyncJobStates.Failed, SyncJobStates.Cancelled,
    ];

    private static readonly string[] Types = [SyncKinds.Activities, SyncKinds.Health, SyncKinds.Workouts, SyncKinds.All];

    /// <summary>The request to the consumers.</summary>
    /// <exception cref="InvalidFieldsException">Some of it is not allowed.</exception>
    public ListSyncJobs ToRequest()
    {
        var errors = new FieldErrors();
        var request = new ListSyncJobs
        {
            UserId = NullIfEmpty(UserId),
            State = Choice(errors, "state", State, States),
            JobType = Choice(errors, "job_type", JobType, Types),
            Limit = Number(errors, "limit", Limit, 1, MaxLimit) ?? DefaultLimit,
            Offset = Number(errors, "offset", Offset, 0, int.MaxValue),
            Cursor = NullIfEmpty(Cursor),
        };
        return errors.Any ? throw new InvalidFieldsException(errors) : request;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string? Choice(FieldErrors errors, string name, string? value, string[] allowed)
    {
        if (!string.IsNullOrEmpty(value) && !allowed.Contains(value))
        {
            errors.Add(name, $"must be one of {string.Join(", ", allowed)}");
        }

        return NullIfEmpty(value);
    }

    private static int? Number(FieldErrors errors, string name, string? value, int min, int max)
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < min || number > max)
        {
            errors.Add(name, max == int.MaxValue ? $"must be a whole number, {min} or more" : $"must be a whole number from {min} to {max}");
        }

        return number;
    }
}

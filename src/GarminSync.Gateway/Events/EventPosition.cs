using System.Globalization;
using FitTrack.Hosting;
using GarminSync.Contracts;
using GarminSync.Gateway.Bodies;
using Microsoft.AspNetCore.Mvc;

namespace GarminSync.Gateway.Events;

/// <summary>Where a stream begins. The fields are text, so that a bad number is refused like any other bad value.</summary>
internal sealed record EventPosition
{
    /// <summary>Events in one question to the consumers: so many are held for a caller who reads slowly.</summary>
    public const int EventsAtOnce = 100;

    /// <summary>The id of the last event that was received; the stream goes on after it. Without it: from now on.</summary>
    [FromHeader(Name = "Last-Event-ID")]
    public string? LastEventId { get; init; }

    /// <summary>The same, for who cannot send the header.</summary>
    [FromQuery(Name = "last_event_id")]
    public string? LastEventIdInQuery { get; init; }

    /// <summary>The id; null when there is none, or when it is not one, which is added to the errors.</summary>
    public long? Read(FieldErrors errors)
    {
        var (field, text) = string.IsNullOrEmpty(LastEventId) ? ("last_event_id", LastEventIdInQuery) : ("Last-Event-ID", LastEventId);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            errors.Add(field, "must be the id of an event, as the stream gave it");
        }

        return id;
    }

    /// <summary>The first question to the consumers about the events of a job.</summary>
    /// <exception cref="InvalidFieldsException">The id is not one.</exception>
    public GetPublicEvents ToRequest(SyncJobStatus job)
    {
        var errors = new FieldErrors();
        var request = new GetPublicEvents { After = Read(errors), UserId = job.UserId, JobId = job.JobId, Limit = EventsAtOnce };
        return errors.Any ? throw new InvalidFieldsException(errors) : request;
    }
}

using System.Security.Claims;
using GarminSync.Contracts;
using GarminSync.Gateway.Errors;
using GarminSync.Gateway.Jobs;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GarminSync.Gateway.Events;

/// <summary>The public events as server-sent events, for those who have no broker.</summary>
internal static class EventEndpoints
{
    public static void AddEventStreams(this IServiceCollection services)
    {
        services.AddOptions<EventStreamOptions>().BindConfiguration(EventStreamOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<EventListeners>().AddScoped<EventReader>().AddScoped<EventStreaming>();
        services.AddHostedService<EventsLookOut>();
    }

    public static void MapEvents(this IEndpointRouteBuilder api)
    {
        var events = api.MapGroup("").WithTags("Events").ProducesProblem(StatusCodes.Status410Gone).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        events.MapGet("/garmin/events", StreamAsync).WithSummary("Stream events as they happen, or from a given one on");
        events.MapGet("/garmin/sync/jobs/{job_id}/events", StreamJobAsync).AddEndpointFilter<JobLogScope>()
            .WithSummary("Stream the events of a job until it has ended").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<EventStream, Refusal>> StreamAsync(
        [AsParameters] EventQuery query, [AsParameters] EventPosition position, ClaimsPrincipal caller, EventReader reader, CancellationToken cancellationToken)
    {
        var request = query.ToRequest(position, caller);
        var answer = await reader.ReadAsync(request, cancellationToken);

        return answer.Is(out Response<PublicEventList>? page)
            ? new EventStream(request, page.Message)
            : NotKept(request, (PublicEventsNotKept)answer.Message);
    }

    private static async Task<Results<EventStream, NoContent, Refusal>> StreamJobAsync(
        [FromRoute(Name = "job_id")] string jobId,
        [AsParameters] EventPosition position,
        IRequestClient<GetSyncJob> jobs,
        EventReader reader,
        CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(jobId, out var id) || await JobEndpoints.FindAsync(jobs, new GetSyncJob { JobId = id }, cancellationToken) is not { } job)
        {
            return JobEndpoints.NoSuchJob(jobId);
        }

        var request = position.ToRequest(job);
        var answer = await reader.ReadAsync(request, cancellationToken);
        if (!answer.Is(out Response<PublicEventList>? page))
        {
            return NotKept(request, (PublicEventsNotKept)answer.Message);
        }

        // 204 also keeps browsers from coming back.
        return page.Message is { JobEnded: true, Events.Count: 0 } ? TypedResults.NoContent() : new EventStream(request, page.Message);
    }

    private static Refusal NotKept(GetPublicEvents request, PublicEventsNotKept answer) => new(
        StatusCodes.Status410Gone,
        (request.After < answer.DeletedTo
            ? $"Not all events after {request.After} are kept any more: those up to {answer.DeletedTo} are deleted, after the time in Events:KeepFor."
            : $"There is no event {request.After} yet: the newest is {answer.Newest}.")
        + " Call again without Last-Event-ID for the events from now on, and look up with the other calls what has happened before.");
}

using FitTrack.Hosting;
using GarminSync.Bus;
using GarminSync.Bus.DeadLetters;
using GarminSync.Gateway.Access;
using GarminSync.Gateway.Bodies;
using GarminSync.Gateway.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GarminSync.Gateway.DeadLetters;

/// <summary>Messages that were put aside: to look at, to put back, to discard. The gateway asks the broker itself, because whoever looks may do so as no consumer runs.</summary>
internal static class DeadLetterEndpoints
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    private const string NothingKept =
        "The messages of this process are carried in its memory: what fails is in its log (MassTransit's errors), the jobs try again, and nothing is kept to be put back.";

    public static void MapDeadLetters(this IEndpointRouteBuilder api)
    {
        var letters = api.MapGroup("/dead-letters").WithTags("Dead letters").RequireAuthorization(Caller.OperatorPolicy)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        letters.MapGet("", CountAsync).WithSummary("The queues in which messages were put aside");

        var queue = letters.MapGroup("/{queue}").ProducesProblem(StatusCodes.Status404NotFound);
        queue.MapGet("", ListAsync).WithSummary("Look at the messages that were put aside in a queue").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        queue.MapPost("/requeue", PutAllBackAsync).WithSummary("Put all messages of a queue of dead letters back to where they are from, 1,000 at most")
            .ProducesProblem(StatusCodes.Status409Conflict);
        queue.MapPost("/{id}/requeue", PutBackAsync).WithSummary("Put a message back to the queue that it is from").ProducesProblem(StatusCodes.Status409Conflict);
        queue.MapDelete("/{id}", DiscardAsync).WithSummary("Discard a message for good");
    }

    private static async Task<Ok<DeadLetterQueueListAnswer>> CountAsync(QueueCounter counter, CancellationToken cancellationToken)
    {
        var queues = (await counter.CountAsync(LastingQueues.OfDeadLetters, cancellationToken)).Where(queue => queue.Messages > 0)
            .Select(queue => new DeadLetterQueueAnswer(queue.Queue, LastingQueues.HoldsDeadLetters(queue.Queue, out var source) ? source : null, queue.Messages))
            .OrderBy(queue => queue.Queue, StringComparer.Ordinal).ToList();

        return TypedResults.Ok(new DeadLetterQueueListAnswer(queues, queues.Sum(queue => queue.Messages), counter.CanCount ? null : NothingKept));
    }

    private static async Task<Results<Ok<DeadLetterListAnswer>, Refusal>> ListAsync(
        string queue, [FromQuery(Name = "limit")] string? limit, DeadLetterStore store, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var most = QueryFields.Number(errors, "limit", limit, 1, MaxLimit) ?? DefaultLimit;
        errors.ThrowIfAny();
        if (NoSuchQueue(queue) is { } refusal)
        {
            return refusal;
        }

        var list = await store.ListAsync(queue, most, cancellationToken);

        return TypedResults.Ok(new DeadLetterListAnswer(queue, list.Messages, [.. list.DeadLetters.Select(DeadLetterAnswer.From)]));
    }

    private static async Task<Results<Ok<PutBackAnswer>, Refusal>> PutAllBackAsync(string queue, DeadLetterStore store, CancellationToken cancellationToken)
    {
        if (NoSuchQueue(queue) is { } refusal)
        {
            return refusal;
        }

        var counts = await store.PutAllBackAsync(queue, cancellationToken);

        return TypedResults.Ok(new PutBackAnswer(counts.PutBack, counts.Kept, counts.Left));
    }

    private static async Task<Results<Ok<PutBackAnswer>, Refusal>> PutBackAsync(string queue, string id, DeadLetterStore store, CancellationToken cancellationToken)
    {
        if (NoSuchQueue(queue) is { } refusal)
        {
            return refusal;
        }

        return await store.PutBackAsync(queue, id, cancellationToken) switch
        {
            null => NoSuchLetter(queue, id, store),
            { Source: null } => new Refusal(
                StatusCodes.Status409Conflict, $"Nothing says which queue the message '{id}' is from, so it cannot be put back. Publish it anew, and discard this one."),
            _ => TypedResults.Ok(new PutBackAnswer(PutBack: 1, Kept: 0, Left: 0)),
        };
    }

    private static async Task<Results<NoContent, Refusal>> DiscardAsync(string queue, string id, DeadLetterStore store, CancellationToken cancellationToken)
    {
        if (NoSuchQueue(queue) is { } refusal)
        {
            return refusal;
        }

        return await store.DiscardAsync(queue, id, cancellationToken) is null ? NoSuchLetter(queue, id, store) : TypedResults.NoContent();
    }

    private static Refusal? NoSuchQueue(string queue) => LastingQueues.HoldsDeadLetters(queue, out _)
        ? null
        : new Refusal(
            StatusCodes.Status404NotFound, $"'{queue}' is no queue of dead letters: those are <queue>_error, <queue>_skipped and {LastingQueues.DeadLetters}. GET /api/dead-letters lists them.");

    private static Refusal NoSuchLetter(string queue, string id, DeadLetterStore store) => new(
        StatusCodes.Status404NotFound,
        !store.IsKept ? NothingKept : $"The message '{id}' is not among the first {DeadLetterStore.MostRead:N0} of {queue}. It may have been put back or discarded, or somebody else may be looking at it just now; look again.");
}

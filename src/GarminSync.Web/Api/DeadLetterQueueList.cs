namespace GarminSync.Web.Api;

/// <summary>What was put aside, queue by queue, as <c>GET /api/dead-letters</c> tells it.</summary>
public sealed record DeadLetterQueueList(IReadOnlyList<DeadLetterCount> Queues, int Messages, string? Note);

namespace GarminSync.Web.Api;

/// <summary>How much waits in a queue, and was put aside of it; null where there is no such queue.</summary>
public sealed record QueueDepth(string Queue, int? Messages, int? Consumers, int Errors, int Skipped);

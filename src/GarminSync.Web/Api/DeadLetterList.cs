namespace GarminSync.Web.Api;

/// <summary>The first dead letters of a queue, as <c>GET /api/dead-letters/{queue}</c> tells them.</summary>
public sealed record DeadLetterList(string Queue, int Messages, IReadOnlyList<DeadLetter> DeadLetters);

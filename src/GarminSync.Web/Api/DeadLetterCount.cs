namespace GarminSync.Web.Api;

/// <summary>A queue in which messages were put aside.</summary>
public sealed record DeadLetterCount(string Queue, string? Source, int Messages);

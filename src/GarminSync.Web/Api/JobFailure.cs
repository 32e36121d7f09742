namespace GarminSync.Web.Api;

/// <summary>An item of a job that was given up, and why.</summary>
public sealed record JobFailure(string Kind, string Item, string Reason, int Attempts);

namespace GarminSync.Web.Api;

/// <summary>Failures to retry, by their item.</summary>
internal sealed record RetryRequest(IReadOnlyList<string> Items);

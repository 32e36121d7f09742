namespace GarminSync.Web.Api;

/// <summary>How everything is, as <c>GET /api/operations</c> tells it. Times and days are UTC.</summary>
public sealed record OperationsState(
    IReadOnlyList<AccountOperations> Accounts,
    string? NextCursor,
    int LinkedAccounts,
    int NeedLogin,
    int RateLimited,
    IReadOnlyDictionary<string, int> Jobs,
    IReadOnlyList<ServiceOutage> Outages,
    IReadOnlyDictionary<string, long> GarminRequests,
    IReadOnlyList<QueueDepth> Queues,
    int DeliveredTooOften);

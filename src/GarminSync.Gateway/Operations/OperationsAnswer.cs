namespace GarminSync.Gateway.Operations;

/// <summary>How everything is.</summary>
internal sealed record OperationsAnswer
{
    /// <summary>Accounts, those whose last sync was longest ago first, and before them those that never had one.</summary>
    public required IReadOnlyList<AccountOperationsAnswer> Accounts { get; init; }

    /// <summary>Asks for the next page; null on the last.</summary>
    public string? NextCursor { get; init; }

    /// <summary>How many accounts are linked, found by <c>q</c> or not.</summary>
    public required int LinkedAccounts { get; init; }

    /// <summary>How many of them need a login.</summary>
    public required int NeedLogin { get; init; }

    /// <summary>Of how many Garmin limits the requests now.</summary>
    public required int RateLimited { get; init; }

    /// <summary>Jobs that have not ended, by state.</summary>
    public required IReadOnlyDictionary<string, int> Jobs { get; init; }

    /// <summary>Services that answer nobody, as one of the consumers sees it.</summary>
    public required IReadOnlyList<OutageAnswer> Outages { get; init; }

    /// <summary>Requests to Garmin for all accounts by day (UTC), in the last 7 days.</summary>
    public required IReadOnlyDictionary<string, long> GarminRequests { get; init; }

    /// <summary>The queues; empty where messages are carried in the process's memory.</summary>
    public required IReadOnlyList<QueueAnswer> Queues { get; init; }

    /// <summary>Messages that were delivered too often, of all queues together.</summary>
    public required int DeliveredTooOften { get; init; }
}

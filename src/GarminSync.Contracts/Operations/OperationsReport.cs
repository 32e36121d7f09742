namespace GarminSync.Contracts;

/// <summary>The answer to <see cref="GetOperations"/>.</summary>
/// <remarks>Consumers → gateway.</remarks>
public sealed record OperationsReport
{
    /// <summary>Linked accounts, those whose last sync was longest ago first, and before them those that never had one.</summary>
    public required IReadOnlyList<AccountOperations> Accounts { get; init; }

    /// <summary>Asks for the next page; absent on the last.</summary>
    public string? NextCursor { get; init; }

    /// <summary>What is wrong with the cursor of the request, for a person; absent when nothing is. Then there is nothing else.</summary>
    public string? CursorProblem { get; init; }

    /// <summary>How many accounts are linked, found or not.</summary>
    public int LinkedAccounts { get; init; }

    /// <summary>How many of them need a login.</summary>
    public int AccountsThatNeedLogin { get; init; }

    /// <summary>Of how many Garmin limits the requests now.</summary>
    public int AccountsThatGarminLimits { get; init; }

    /// <summary>Jobs that have not ended, by state.</summary>
    public required IReadOnlyList<JobsInState> Jobs { get; init; }

    /// <summary>Services that answer nobody, as the process sees it that answers this.</summary>
    public required IReadOnlyList<ServiceOutage> Outages { get; init; }

    /// <summary>Requests to Garmin for all accounts in the last 7 days, by UTC, oldest first; days without any are left out.</summary>
    public required IReadOnlyList<GarminRequestsOfDay> GarminRequests { get; init; }
}

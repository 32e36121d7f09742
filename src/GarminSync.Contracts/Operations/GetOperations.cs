namespace GarminSync.Contracts;

/// <summary>Asks how everything is, for an operator. Answer: <see cref="OperationsReport"/>.</summary>
/// <remarks>Gateway → consumers.</remarks>
public sealed record GetOperations
{
    /// <summary>Only accounts whose Garmin user name or user id has this in it, in capitals or not; absent: all.</summary>
    public string? Search { get; init; }

    /// <summary>Accounts in the answer, 1 to 200.</summary>
    public required int Limit { get; init; }

    /// <summary><see cref="OperationsReport.NextCursor"/> of the page before; absent for the first.</summary>
    public string? Cursor { get; init; }
}

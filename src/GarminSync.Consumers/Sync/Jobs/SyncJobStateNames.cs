using System.Text.Json;

namespace GarminSync.Consumers.Sync;

/// <summary>The state machine's names (<c>CompletedWithErrors</c>) and those of the contracts (<c>completed_with_errors</c>).</summary>
internal static class SyncJobStateNames
{
    /// <summary>States in which a job stays until somebody acts.</summary>
    public static readonly string[] Ended =
    [
        nameof(SyncJobStateMachine.Completed), nameof(SyncJobStateMachine.CompletedWithErrors), nameof(SyncJobStateMachine.Failed), nameof(SyncJobStateMachine.Cancelled),
    ];

    private static readonly Dictionary<string, string> ByContractName = new[]
    {
        nameof(SyncJobStateMachine.Queued), nameof(SyncJobStateMachine.Planning), nameof(SyncJobStateMachine.Fetching), nameof(SyncJobStateMachine.Paused),
    }.Concat(Ended).ToDictionary(ToContract, StringComparer.Ordinal);

    public static string ToContract(string state) => JsonNamingPolicy.SnakeCaseLower.ConvertName(state);

    /// <summary>Null when there is no such state.</summary>
    public static string? FromContract(string state) => ByContractName.GetValueOrDefault(state);
}

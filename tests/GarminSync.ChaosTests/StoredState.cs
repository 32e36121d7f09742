using System.Data.Common;
using GarminSync.Testing;

namespace GarminSync.ChaosTests;

/// <summary>The state store as an operator sees it: with SQL.</summary>
internal sealed class StoredState(Func<DbConnection> connect)
{
    /// <summary>Waits until so many activities are synced.</summary>
    public Task HasSyncedAsync(int activities) =>
        Eventually.Get(() => CountAsync("synced_activity"), count => count >= activities, ChaosSize.Deadline);

    /// <summary>Waits until every job has ended and no message waits in the outbox; says what is left when that does not come.</summary>
    public Task HasEndedAsync() => Eventually.Equals(
        "",
        () => TextsAsync("""
            SELECT 'job ' || cast(correlation_id AS text) || ' ' || current_state || ' in flight ' || cast(in_flight AS text) || ' wakes ' || coalesce(cast(wake_at AS text), '-') || ' ' || coalesce(reason, '')
            FROM sync_job WHERE finished_at IS NULL
            UNION ALL SELECT 'outbox ' || message_type FROM outbox
            """),
        ChaosSize.Deadline);

    /// <summary>The jobs that did not complete, the items that are not done, each in a line; empty when all is well.</summary>
    public Task<string> TroublesAsync() => TextsAsync("""
        SELECT 'job ' || current_state || ': ' || coalesce(reason, '') FROM sync_job WHERE current_state <> 'Completed'
        UNION ALL SELECT 'item ' || key || ' ' || state || ': ' || coalesce(reason, '') FROM work_item WHERE state <> 'Done'
        """);

    private async Task<long> CountAsync(string table)
    {
        await using var connection = connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<string> TextsAsync(string query)
    {
        var lines = new List<string>();
        await using var connection = connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines);
    }
}

using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FitTrack.CentralDb.Tests;

/// <summary>Asks the database, while it is told to, for the plan of each query before it is run, with the same parameters.</summary>
internal sealed class QueryPlans : DbCommandInterceptor
{
    private List<string>? _plans;

    public async Task<IReadOnlyList<string>> OfAsync(Func<Task> calls)
    {
        _plans = [];
        await calls();
        var plans = _plans;
        _plans = null;
        return plans;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (_plans is { } plans)
        {
            var sql = command.CommandText;
            command.CommandText = (command is SqliteCommand ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + sql;
            await using (var rows = await command.ExecuteReaderAsync(cancellationToken))
            {
                var lines = new List<string>();
                while (await rows.ReadAsync(cancellationToken))
                {
                    lines.Add($"{rows.GetValue(rows.FieldCount - 1)}");
                }

                plans.Add(string.Join('\n', lines));
            }

            command.CommandText = sql;
        }

        return result;
    }
}

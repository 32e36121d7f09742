using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GarminSync.Outbox.Tests;

/// <summary>A database that does what it is told, and is gone before it can say so.</summary>
internal sealed class LostAnswer : DbCommandInterceptor
{
    public bool IsOn { get; set; }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        IsOn ? throw new TimeoutException("The answer was lost.") : new(result);
}

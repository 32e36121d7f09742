using FitTrack.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace GarminSync.Outbox.Tests;

public sealed class When_connections_to_SQLite_are_opened
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SQLite_itself_waits_for_another_writer_and_looks_again_after_a_millisecond(bool asynchronously)
    {
        var options = new DbContextOptionsBuilder().UseFitTrackDatabase(
            new DatabaseOptions { Provider = DatabaseProvider.Sqlite, ConnectionString = "Data Source=waits;Mode=Memory;Cache=Shared" }, "unused.db").Options;

        // Again for each context: a pooled connection may have been one of somebody else.
        for (var time = 0; time < 2; time++)
        {
            await using var context = new DbContext(options);
            if (asynchronously)
            {
                await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            }
            else
            {
                context.Database.OpenConnection();
            }

            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA busy_timeout";
            (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(15_000L);
        }
    }
}

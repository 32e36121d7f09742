using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;
using Xunit;

namespace GarminSync.Outbox.Tests;

public sealed class What_counts_as_an_outage
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("57P01")] // the administrator stops the server
    [InlineData("57P03")] // it starts
    [InlineData("25006")] // a standby, not promoted yet
    [InlineData("28P01")] // the password was changed
    [InlineData("3D000")] // the database is being restored
    [InlineData("53100")] // disk full
    public void The_servers_troubles(string state) => StateStoreOutage.Is(Postgres(state)).ShouldBeTrue();

    [Theory]
    [InlineData("23505")] // unique violation
    [InlineData("42P01")] // no such table
    [InlineData("22001")] // value too long
    public void Not_what_a_message_asks_wrongly_of_it(string state) => StateStoreOutage.Is(new DbUpdateException("x", Postgres(state))).ShouldBeFalse();

    [Theory]
    [InlineData(5, true)] // busy
    [InlineData(6, true)] // locked
    [InlineData(10, true)] // input or output
    [InlineData(13, true)] // disk full
    [InlineData(14, true)] // cannot open
    [InlineData(1, false)] // wrong SQL
    [InlineData(19, false)] // constraint
    public void SQLites_file_and_disk(int code, bool isOutage) => StateStoreOutage.Is(new SqliteException("x", code)).ShouldBe(isOutage);

    [Fact]
    public void What_EF_Core_wraps()
    {
        StateStoreOutage.Is(new InvalidOperationException("x", new NpgsqlException("x", new TimeoutException()))).ShouldBeTrue();
        StateStoreOutage.Is(new DbUpdateException("x", Postgres("57P01"))).ShouldBeTrue();
        StateStoreOutage.Is(new InvalidOperationException("x", new TimeoutException())).ShouldBeTrue();
        StateStoreOutage.Is(new InvalidOperationException("x")).ShouldBeFalse();
    }

    [Fact]
    public void Not_the_outages_of_others()
    {
        var network = new HttpRequestException("x", new SocketException((int)SocketError.ConnectionRefused));
        StateStoreOutage.Is(network).ShouldBeFalse();
        StateStoreOutage.Is(new IOException("What a client of another server wraps it in.", network)).ShouldBeFalse();
        StateStoreOutage.Is(new TaskCanceledException("x", new TimeoutException())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_whose_name_cannot_be_resolved()
    {
        await using var connection = new NpgsqlConnection("Host=no-such-host.invalid;Timeout=5;Username=x;Database=x");

        StateStoreOutage.Is(await Should.ThrowAsync<Exception>(connection.OpenAsync(Token))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_SQLite_file_that_another_process_writes_to()
    {
        var folder = Directory.CreateTempSubdirectory("garminsync-busy-");
        var file = $"Data Source={Path.Combine(folder.FullName, "state.db")};Default Timeout=1;Pooling=False";
        await using (var other = new SqliteConnection(file))
        await using (var ours = new SqliteConnection(file))
        {
            await other.OpenAsync(Token);
            await ours.OpenAsync(Token);
            await using var writing = other.BeginTransaction();

            StateStoreOutage.Is(Should.Throw<SqliteException>(() => ours.BeginTransaction())).ShouldBeTrue();
        }

        folder.Delete(recursive: true);
    }

    private static PostgresException Postgres(string state) => new("x", "FATAL", "FATAL", state);
}

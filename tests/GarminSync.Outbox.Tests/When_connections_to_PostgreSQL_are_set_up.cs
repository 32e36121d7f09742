using FitTrack.Databases;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;
using Xunit;

namespace GarminSync.Outbox.Tests;

public sealed class When_connections_to_PostgreSQL_are_set_up
{
    [Fact]
    public void Frequent_statements_are_prepared_and_sessions_are_not_reset()
    {
        var connection = Of("Host=db;Database=fit", password: null);

        connection.MaxAutoPrepare.ShouldBeGreaterThan(0);
        connection.NoResetOnClose.ShouldBeTrue();
        (connection.Host, connection.Database).ShouldBe(("db", "fit"));
    }

    [Theory]
    [InlineData("Host=db;Max Auto Prepare=0;No Reset On Close=false")]
    [InlineData("Host=db;MaxAutoPrepare=0;NoResetOnClose=false")]
    public void What_the_operator_says_holds(string configured)
    {
        var connection = Of(configured, password: null);

        connection.MaxAutoPrepare.ShouldBe(0);
        connection.NoResetOnClose.ShouldBeFalse();
    }

    [Fact]
    public void The_password_may_be_an_option_of_its_own() => Of("Host=db;Username=fit", "p;w").Password.ShouldBe("p;w");

    private static NpgsqlConnectionStringBuilder Of(string configured, string? password)
    {
        var builder = new DbContextOptionsBuilder().UseFitTrackDatabase(
            new DatabaseOptions { Provider = DatabaseProvider.PostgreSql, ConnectionString = configured, Password = password }, "unused.db");
        using var context = new DbContext(builder.Options);
        return new NpgsqlConnectionStringBuilder(context.Database.GetConnectionString());
    }
}

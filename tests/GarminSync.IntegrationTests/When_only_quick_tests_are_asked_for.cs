using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_only_quick_tests_are_asked_for
{
    /// <summary>So that a test needs no mark to be left out, and none can be forgotten.</summary>
    [Theory]
    [InlineData("RabbitMQ")]
    [InlineData("PostgreSQL")]
    [InlineData("a cluster")]
    [InlineData("a service")]
    [InlineData("a program that ends")]
    public async Task A_test_is_skipped_before_it_starts_a_server(string server)
    {
        QuickRun.Pretend();

        // Not by Record.ExceptionAsync, which lets what skips a test pass.
        var outcome = "started";
        try
        {
            await StartAsync(server);
        }
        catch (Exception exception)
        {
            outcome = exception.Message;
        }

        outcome.ShouldContain("no part of a quick run");
    }

    private static Task StartAsync(string server) => server switch
    {
        "RabbitMQ" => new RabbitMqBroker().CreateVirtualHostAsync(),
        "PostgreSQL" => new PostgreSqlServer().CreateDatabaseAsync(),
        "a cluster" => RabbitMqCluster.StartAsync(),
        "a program that ends" => FinishedProgram.RunAsync("x.dll"),
        _ => RunningService.StartAsync(ServiceProgram.Standalone, new Uri("http://127.0.0.1:9"), []),
    };
}

using GarminSync.Testing;
using GarminSync.Testing.Processes;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class When_only_quick_tests_are_asked_for
{
    public static TheoryData<string, Func<Task>> Starts { get; } = new()
    {
        { "RabbitMQ", () => new RabbitMqBroker().CreateVirtualHostAsync() },
        { "PostgreSQL", () => new PostgreSqlServer().CreateDatabaseAsync() },
        { "a cluster", () => RabbitMqCluster.StartAsync() },
        { "a program", () => RunningService.StartAsync(ServiceProgram.Standalone, new Uri("http://127.0.0.1:9"), []) },
    };

    /// <summary>So that a test needs no mark to be left out, and cannot be forgotten.</summary>
    [Theory]
    [MemberData(nameof(Starts), DisableDiscoveryEnumeration = true)]
    public async Task A_test_is_skipped_before_it_starts_a_server(string what, Func<Task> start)
    {
        QuickRun.Pretend();

        var exception = await Record.ExceptionAsync(start);

        exception.ShouldNotBeNull(what).Message.ShouldContain("no part of a quick run", customMessage: what);
    }
}

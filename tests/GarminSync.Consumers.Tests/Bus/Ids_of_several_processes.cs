using GarminSync.Bus;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Bus;

public sealed class Ids_of_several_processes
{
    /// <summary>In the same tick the rest of an id is the same, too; and containers have address and process id in common.</summary>
    [Fact]
    public void They_differ_by_more_than_the_time()
    {
        var one = WorkerOfNewProcess();
        var other = WorkerOfNewProcess();

        one.ShouldNotBe(other);
    }

    private static string WorkerOfNewProcess()
    {
        new ServiceCollection().AddGarminSyncBus(new ConfigurationBuilder().Build(), _ => { });

        // Sequence (2 bytes), worker (6), time (8).
        return Convert.ToHexString(NewId.Next().ToByteArray().AsSpan(2, 6));
    }
}

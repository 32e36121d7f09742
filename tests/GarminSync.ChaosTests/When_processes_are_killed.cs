using System.Diagnostics;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.ChaosTests;

/// <summary>Whatever dies, whenever: the end is as if nothing had.</summary>
public sealed class When_processes_are_killed(RabbitMqBroker broker, PostgreSqlServer postgres, UndisturbedRun undisturbed, ITestOutputHelper output)
{
    private const string Full = "Part of the full run: GARMINSYNC_CHAOS=full dotnet test --project tests/GarminSync.ChaosTests";

    public static bool IsShort => !ChaosSize.IsFull;

    [Fact]
    public Task All_of_them_mixed_nothing_is_lost_or_doubled() => RunAsync(_ => true);

    [Theory(Skip = Full, SkipWhen = nameof(IsShort))]
    [InlineData("consumers")]
    [InlineData("gateway")]
    [InlineData("CentralDB")]
    [InlineData("RabbitMQ")]
    [InlineData("PostgreSQL")]
    [InlineData("Garmin")]
    public Task One_of_them_nothing_is_lost_or_doubled(string victim) => RunAsync(candidate => candidate.Name.StartsWith(victim, StringComparison.Ordinal));

    private async Task RunAsync(Func<Victim, bool> isVictim)
    {
        if (!RabbitMqBroker.CanStop || !PostgreSqlServer.CanStop)
        {
            Assert.Skip("The servers that the environment names cannot be killed.");
        }

        var started = Stopwatch.GetTimestamp();
        await using var system = await Deployment.StartAsync(broker, postgres);
        await DurableSubscriber.SubscribeAsync(system.Amqp);
        var users = await system.Gateway.LinkAllAsync();
        await system.MisbehaveAsync();

        var asking = system.Gateway.AskForSyncsAsync(users);
        var victims = new Turns<Victim>([.. system.Victims.Where(isVictim)]);
        await new Moments(ChaosSize.Seed, ChaosSize.Kills, system.State).AtEachAsync(random => victims.Next(random).KillAsync());
        await Task.WhenAll(system.Victims.Select(victim => victim.IsUpAsync()).Append(asking));
        await system.State.HasEndedAsync();
        await system.CountAsync();

        var seen = await DurableSubscriber.ReadAsync(system.Amqp);
        output.WriteLine($"{Stopwatch.GetElapsedTime(started).TotalSeconds:0} s, {ChaosSize.Activities} activities, {system.Victims.Sum(victim => victim.Kills)} kills: "
            + string.Join(", ", system.Victims.Where(victim => victim.Kills > 0).Select(victim => $"{victim.Name} {victim.Kills}")));
        output.WriteLine($"messages redelivered: {system.Redelivered}; files fetched twice: {system.FetchedTwice}; ActivitySynced seen {seen.Count} times");

        system.Ended().ShouldBeEmpty();
        (await system.State.TroublesAsync()).ShouldBeEmpty();
        (await system.ReadCentralDbAsync()).ShouldBe(await undisturbed.ReadCentralDbAsync());
        var distinct = seen.Distinct().ToList();
        distinct.Count.ShouldBe(ChaosSize.Activities);
        distinct.Select(activity => activity.MessageId).Distinct().Count().ShouldBe(ChaosSize.Activities);
        distinct.Select(activity => (activity.UserId, activity.GarminActivityId)).Distinct().Count().ShouldBe(ChaosSize.Activities);
        distinct.ShouldAllBe(activity => activity.Revision == 1);
    }
}

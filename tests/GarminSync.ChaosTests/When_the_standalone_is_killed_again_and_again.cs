using GarminConnect.Simulator;
using Shouldly;
using Xunit;

namespace GarminSync.ChaosTests;

public sealed class When_the_standalone_is_killed_again_and_again(UndisturbedRun undisturbed, ITestOutputHelper output)
{
    [Fact]
    public async Task Its_jobs_go_on_and_everything_is_there_once()
    {
        await using var garmin = await GarminSimulator.StartAsync(GarminAccounts.Options);
        using var admin = new HttpClient { BaseAddress = garmin.BaseAddress };
        await using var run = new StandaloneRun(garmin.BaseAddress);
        await run.StartAsync();
        await GarminAccounts.MisbehaveAsync(admin, ChaosSize.Seed);
        await run.Api.AskForSyncsAsync(await run.Api.LinkAllAsync());

        await new Moments(ChaosSize.Seed, ChaosSize.StandaloneKills, run.State).AtEachAsync(async _ =>
        {
            await run.KillAsync();
            await run.StartAsync();
        });
        await run.State.HasEndedAsync();

        (await run.State.TroublesAsync()).ShouldBeEmpty();
        (await run.ReadCentralDbAsync()).ShouldBe(await undisturbed.ReadCentralDbAsync());
        output.WriteLine($"{ChaosSize.StandaloneKills} kills; files fetched twice: {await GarminJournal.FetchedTwiceAsync(admin)}");
    }
}

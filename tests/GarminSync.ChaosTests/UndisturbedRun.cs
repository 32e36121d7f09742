using GarminConnect.Simulator;
using Shouldly;

namespace GarminSync.ChaosTests;

/// <summary>What CentralDB holds when nothing was killed and Garmin did not fail: found out once, by doing it.</summary>
public sealed class UndisturbedRun
{
    private readonly Lazy<Task<IReadOnlyList<string>>> _content = new(RunAsync);

    /// <summary>As <see cref="CentralDbContent"/> reads it.</summary>
    public Task<IReadOnlyList<string>> ReadCentralDbAsync() => _content.Value;

    private static async Task<IReadOnlyList<string>> RunAsync()
    {
        await using var garmin = await GarminSimulator.StartAsync(GarminAccounts.Options);
        await using var run = new StandaloneRun(garmin.BaseAddress);
        await run.StartAsync();
        await run.Api.AskForSyncsAsync(await run.Api.LinkAllAsync());
        await run.State.HasEndedAsync();
        var content = await run.ReadCentralDbAsync();
        content.Count.ShouldBe(ChaosSize.Activities);
        return content;
    }
}

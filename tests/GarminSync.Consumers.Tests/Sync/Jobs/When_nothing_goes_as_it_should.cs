using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

public sealed class When_nothing_goes_as_it_should
{
    private const int Credit = 3;

    // A failure prints the seed; add it below, so that the same moves are made at each run.
    [Fact]
    public Task What_must_hold_holds_and_all_jobs_end() => Task.WhenAll(
        // Two hosts side by side: one alone mostly waits for its next message.
        Enumerable.Range(0, 2).Select(_ => CheckAsync(Config.QuickThrowOnFailure.WithMaxTest(50).WithStartSize(20).WithEndSize(150))));

    /// <summary>Moves that found a fault once: a late report of an earlier try ended the item of a cancelled job that was in flight. They are
    /// the same moves as long as their generator stays as it is.</summary>
    [Theory]
    [InlineData(10678608912890723821, 7681593450028608473, 150)]
    [InlineData(8719992116673610254, 14312097626892459375, 137)]
    [InlineData(14365795791205862792, 2878949466931980345, 121)]
    public Task What_was_found_once_stays_mended(ulong seed, ulong gamma, int size) => CheckAsync(Config.QuickThrowOnFailure.WithMaxTest(1).WithReplay(seed, gamma, size));

    private static async Task CheckAsync(Config config)
    {
        await using var host = await SyncHost.StartAsync(
            settings: [("Garmin:ConcurrencyPerAccount", $"{Credit}"), ("Sync:Lease", "00:01:00"), ("Sync:MaxAttempts", "3")]);
        var moves = Gen.Choose(0, 99).SelectMany(what => Gen.Choose(0, 9999).Select(which => (what, which))).ListOf();
        var accounts = 0;

        await Task.Run(() => Check.One(
            config,
            Prop.ForAll(moves.ToArbitrary(), list =>
            {
                RunAsync(host, $"account-{accounts++}", list).GetAwaiter().GetResult();
                return true;
            })));
    }

    private static async Task RunAsync(SyncHost host, string userId, IEnumerable<(int What, int Which)> moves)
    {
        var disorder = new Disorder(host, userId, Credit);
        await disorder.StartAsync();
        foreach (var (what, which) in moves)
        {
            await disorder.MoveAsync(what, which);
        }

        await disorder.EndAsync();
    }
}

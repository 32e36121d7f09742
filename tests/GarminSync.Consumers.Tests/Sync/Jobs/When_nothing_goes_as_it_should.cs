using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

public sealed class When_nothing_goes_as_it_should
{
    private const int Credit = 3;

    [Fact]
    public async Task What_must_hold_holds_and_all_jobs_end()
    {
        await using var host = await SyncHost.StartAsync(
            settings: [("Garmin:ConcurrencyPerAccount", $"{Credit}"), ("Sync:Lease", "00:01:00"), ("Sync:MaxAttempts", "3"), ("Sync:FailuresInRowThatPause", "4")]);
        var moves = Gen.Choose(0, 99).SelectMany(what => Gen.Choose(0, 9999).Select(which => (what, which))).ListOf();
        var accounts = 0;

        // A failure prints the seed; give it to WithReplay to see the same moves again.
        await Task.Run(() => Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(100).WithStartSize(20).WithEndSize(150),
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

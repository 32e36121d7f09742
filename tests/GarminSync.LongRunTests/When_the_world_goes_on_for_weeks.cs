using FsCheck;
using FsCheck.Fluent;
using GarminSync.Contracts;
using Shouldly;
using Xunit;

namespace GarminSync.LongRunTests;

/// <summary>
/// Accounts are synchronised at intervals, on a clock that the test moves, while all sorts of things happen in an order that follows from a seed. When the end is not
/// what it should be, the happenings are made fewer as long as it stays wrong, and the shortest list is printed.
/// </summary>
public sealed class When_the_world_goes_on_for_weeks
{
    [Fact]
    public Task CentralDB_ends_equal_to_Garmin() => CheckAsync(LongSize.Short, LongSize.Seed);

    [Fact]
    public Task CentralDB_ends_equal_to_Garmin_after_two_months_of_fifty_accounts()
    {
        Assert.SkipUnless(LongSize.IsFull, "Takes hours: GARMINSYNC_LONG=full asks for it.");
        return CheckAsync(LongSize.Full, LongSize.Seed);
    }

    private static Task CheckAsync(LongSize size, int seed)
    {
        var happening = Gen.Choose(0, (size.Days * 24 * 60) - 1).SelectMany(minute =>
            Gen.Elements(Enum.GetValues<HappeningKind>()).SelectMany(what => Gen.Choose(0, 9999).Select(which => new Happening(minute, what, which))));
        var history = Arb.From(happening.ArrayOf(size.Happenings), Fewer);
        return Task.Run(() => Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1).WithReplay((ulong)seed, 1, 1),
            Prop.ForAll(history, happenings =>
            {
                RunAsync(size, happenings).GetAwaiter().GetResult();
                return true;
            })));
    }

    /// <summary>Shorter lists, the shortest first: without a half, a quarter, … of the happenings, then without one.</summary>
    private static IEnumerable<Happening[]> Fewer(Happening[] happenings)
    {
        for (var part = happenings.Length / 2; part > 0; part /= 2)
        {
            for (var from = 0; from + part <= happenings.Length; from += part)
            {
                yield return [.. happenings[..from], .. happenings[(from + part)..]];
            }
        }
    }

    private static async Task RunAsync(LongSize size, Happening[] happenings)
    {
        try
        {
            await CompareAsync(size, happenings);
        }
        catch (Exception exception)
        {
            // At once, because making the happenings fewer may take longer than anybody waits.
            await Console.Error.WriteLineAsync($"{happenings.Length} happenings: {exception}");
            throw;
        }
    }

    private static async Task CompareAsync(LongSize size, Happening[] happenings)
    {
        await using var world = await World.StartAsync(size);
        await History.RunAsync(world, happenings);

        List<string> differences = [.. await Differences.OfJobsAsync(world)];
        await using var other = await CentralDbUnderTest.StartAsync();
        await using var atOneGo = await Product.StartAsync(world.Garmin.BaseAddress, other.Url, world.Clock);
        foreach (var email in world.Emails)
        {
            differences.AddRange(await Differences.OfActivitiesAsync(world, email));
            differences.AddRange(await Differences.OfHealthAsync(world, email));
            differences.AddRange(await Differences.OfCoverageAsync(world, email));
            differences.AddRange(await Differences.OfRequestsAsync(world, email));

            var user = (await atOneGo.LinkAsync(email)).ShouldNotBeNull();
            await atOneGo.SyncAsync(new SyncRequested { UserId = user, StartDate = $"{World.FirstDay:yyyy-MM-dd}", Force = true, Kinds = [SyncKinds.Health] });
            await atOneGo.PassAsync(TimeSpan.FromMinutes(10));
            differences.AddRange(await Differences.OfHealthAsync(world, email, other, user));
        }

        differences.ShouldBeEmpty($"after {string.Join(", ", happenings.OrderBy(happening => happening.Minute))}\n{string.Join('\n', differences.Take(60))}");
    }
}

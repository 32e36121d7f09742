namespace GarminSync.LongRunTests;

/// <summary>The days of a world: things happen, then comes a calm in which all that is left over can be made up for.</summary>
internal static class History
{
    // When somebody notices that an account has to be logged in to.
    private static readonly TimeSpan LookEvery = TimeSpan.FromHours(24);

    public static async Task RunAsync(World world, IReadOnlyList<Happening> happenings)
    {
        var running = new Happenings(world);
        var coming = new Queue<Happening>(happenings.OrderBy(happening => happening.Minute));
        var end = TimeSpan.FromDays(world.Size.Days);
        for (var now = TimeSpan.Zero; now < end;)
        {
            if (now.Ticks % LookEvery.Ticks == 0)
            {
                foreach (var email in world.Emails)
                {
                    await world.LogInIfNeededAsync(email);
                }
            }

            await world.RequestSyncsAsync();
            var next = now + world.Size.SyncEvery;
            while (Next(running, coming, next) is { } at)
            {
                await world.Product.PassAsync(at > now ? at - now : TimeSpan.Zero);
                now = at > now ? at : now;
                await running.EndAsync(now);
                while (coming.TryPeek(out var first) && first.At <= now)
                {
                    await running.BeginAsync(coming.Dequeue());
                }
            }

            await world.Product.PassAsync(next - now);
            now = next;
        }

        await running.EndAllAsync();
        for (var now = TimeSpan.Zero; now < LongSize.Calm; now += LongSize.CalmSyncEvery)
        {
            await world.RequestSyncsAsync();
            await world.Product.PassAsync(LongSize.CalmSyncEvery);
        }
    }

    /// <summary>When something happens or ends before then.</summary>
    private static TimeSpan? Next(Happenings running, Queue<Happening> coming, TimeSpan before)
    {
        TimeSpan? begins = coming.TryPeek(out var first) ? first.At : null;
        var next = begins is null || running.NextEnd < begins ? running.NextEnd ?? begins : begins;
        return next < before ? next : null;
    }
}

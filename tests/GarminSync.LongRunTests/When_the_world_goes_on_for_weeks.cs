using GarminSync.Contracts;
using Shouldly;
using Xunit;

namespace GarminSync.LongRunTests;

public sealed class When_the_world_goes_on_for_weeks
{
    [Fact]
    public async Task Thin()
    {
        var size = new LongSize(1, 3, TimeSpan.FromHours(1), 1);
        await using var world = await World.StartAsync(size);
        for (var hour = 0; hour < 72; hour++)
        {
            if (hour == 30)
            {
                await world.TellGarminAsync(HttpMethod.Post, "faults", new { match = new { endpoint = "/*" }, kind = "Blocked", durationSeconds = 7000 });
            }

            await world.SyncAllAsync(TimeSpan.FromHours(1));
        }

        (await world.Product.OpenJobsAsync()).Select(Product.Describe).ShouldBeEmpty();
        var email = world.Emails[0];
        foreach (var line in await world.CentralDb.ActivitiesAsync(world.UserOf(email))) Console.WriteLine(line);
        var h = await world.CentralDb.HealthAsync(world.UserOf(email));
        Console.WriteLine(h.Count);
        foreach (var line in h.Where(x => x.StartsWith("2026-03-14"))) Console.WriteLine(line);
        foreach (var (call, count) in await world.RequestsAsync(email)) Console.WriteLine($"{count} {call}");
        foreach (var span in (await world.Product.CoverageAsync(world.UserOf(email), World.FirstDay, new DateOnly(2026,3,18))).Spans) Console.WriteLine($"{span.Metric} {span.From} {span.To} {span.State}");
    }
}

namespace GarminSync.RequestBenchmarks;

/// <summary>The syncs whose requests are counted. The budgets are those of docs/health-metrics.md.</summary>
public static class Costs
{
    private static readonly object AllHealth = new { };

    /// <summary>With the answers of the simulator, which has all of Garmin's calls; then without GraphQL, of which nobody has shown that it takes our tokens.</summary>
    /// <param name="dayByDay">Also a month without any call about more than a day, to compare.</param>
    public static async IAsyncEnumerable<Cost> CountAsync(bool dayByDay)
    {
        await using var service = await Service.StartAsync();
        var yearAgo = new { start_date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date).AddDays(-364) };
        yield return await service.CountAsync("30 days, first sync", "month@example.com", Service.HealthSync, AllHealth, budget: 22);
        yield return await service.CountAsync("The same day again", "month@example.com", Service.HealthSync, AllHealth, budget: 8);
        yield return await service.CountAsync("365 days, first sync", "year@example.com", Service.HealthSync, yearAgo, budget: 60);

        await service.StopWatchAsync("idle@example.com");
        await service.CountAsync("Activities and 30 days", "idle@example.com", Service.Sync, AllHealth, budget: null);
        yield return await service.CountAsync("An hour in which no device has brought anything", "idle@example.com", Service.Sync, AllHealth, budget: 2);

        await service.RefuseAsync(Service.GraphQl);
        yield return await service.CountAsync("30 days, without GraphQL", "rest@example.com", Service.HealthSync, AllHealth, budget: 40);
        yield return await service.CountAsync("365 days, without GraphQL", "rest-year@example.com", Service.HealthSync, yearAgo, budget: 150);
        if (dayByDay)
        {
            await service.RefuseAsync(Service.Ranges);
            yield return await service.CountAsync("30 days, day by day", "days@example.com", Service.HealthSync, AllHealth, budget: null);
        }
    }
}

using GarminSync.RequestBenchmarks;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

public sealed class What_a_sync_costs
{
    [Fact]
    public async Task Each_sync_keeps_its_budget_of_requests()
    {
        QuickRun.Excludes("a year of syncs");
        var costs = new List<Cost>();
        await foreach (var cost in Costs.CountAsync(dayByDay: false))
        {
            costs.Add(cost);
        }

        costs.Count.ShouldBe(6);
        costs.ShouldAllBe(cost => cost.IsKept, string.Join('\n', costs.Select(cost => $"{cost.Title}: {cost.Requests} of {cost.Budget} requests, {cost.State}")));
    }
}

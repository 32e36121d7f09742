using GarminSync.Consumers.Activities;
using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Activities;

public sealed class When_version_1_may_work_beside
{
    private const string Multisport = """{"activityId":70,"activityName":"Triathlon","parent":true,"startTimeGMT":"2026-05-10 07:00:00"}""";

    private static readonly (string Name, string Value) Beside = ("Sync:BesideVersion1", "true");

    [Fact]
    public async Task What_is_unchanged_is_noted_by_the_hash_that_it_knows()
    {
        await using var host = await Plans.StartAsync([Plans.KnownRow], Beside);
        await host.RememberAsync(Plans.KnownRow);

        (await host.PlanAsync(Plans.All)).Items.ShouldBeEmpty();

        (await host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<SyncedActivity>().Select(row => row.ContentHash).SingleAsync()))
            .ShouldBe(Plans.OldHashOfKnownRow);
        (await host.PlanAsync(Plans.All)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Legs_wait_and_the_list_does_not_count_as_read()
    {
        await using var host = await Plans.StartAsync([Multisport], Beside);

        var plan = await host.PlanAsync(Plans.All);

        plan.Items.Select(item => item.Key).ShouldBe(["70"]);
        (plan.ListedAllActivities, plan.LeftOpen).ShouldBe((false, null));
        host.Questions().ShouldBeEmpty();
    }
}

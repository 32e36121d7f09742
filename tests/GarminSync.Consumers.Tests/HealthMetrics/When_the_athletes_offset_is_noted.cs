using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static GarminSync.Consumers.Tests.HealthMetrics.HealthHost;

namespace GarminSync.Consumers.Tests.HealthMetrics;

/// <summary>It says which day it is at the athlete's now. Before, it is an hour.</summary>
public sealed class When_the_athletes_offset_is_noted
{
    private const string Hawaii = """[{"typeId":3,"value":1321.5,"activityId":7,"prStartTimeGmt":1700000000000,"prStartTimeLocal":1699964000000}]""";
    private const int BerlinInSummer = 7200;

    [Theory]
    [InlineData(0, 7200, BerlinInSummer)]
    [InlineData(2, 7200, BerlinInSummer)]
    [InlineData(3, 7200, 3600)]
    [InlineData(60, -36000, 3600)]
    [InlineData(0, 7260, 3600)]
    public async Task It_is_that_of_a_night_of_these_days(int daysAgo, int offset, int noted)
    {
        var day = Today.AddDays(-daysAgo);
        await using var host = await StartAsync(("sleep-service/stats", Night(day, offset)));

        await host.SyncAsync(Scope(day, day, "sleep"));

        (await NotedAsync(host)).ShouldBe(noted);
    }

    [Fact]
    public async Task A_record_says_where_the_athlete_was_when_it_was_set()
    {
        await using var host = await StartAsync(("personalrecord-service", Hawaii));

        await host.SyncAsync(Scope(Today, Today, "personal_records"));

        host.Host.Metrics.ShouldNotBeEmpty();
        (await NotedAsync(host)).ShouldBe(3600);
    }

    private static Task<int?> NotedAsync(HealthHost host) => host.Host.InScopeAsync(services =>
        services.GetRequiredService<StateDb>().Set<GarminAccount>().Select(account => account.UtcOffsetSeconds).SingleAsync());

    private static string Night(DateOnly day, int offset)
    {
        var start = new DateTimeOffset(day, new TimeOnly(0, 0), TimeSpan.Zero).ToUnixTimeMilliseconds();
        return $$$"""
            {"individualStats":[{"calendarDate":"{{{day:yyyy-MM-dd}}}","values":{"totalSleepTimeInSeconds":27000,
            "gmtSleepStartTimeInMillis":{{{start}}},"localSleepStartTimeInMillis":{{{start + (offset * 1000L)}}}}}]}
            """;
    }
}

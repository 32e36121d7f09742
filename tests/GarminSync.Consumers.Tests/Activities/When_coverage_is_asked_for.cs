using GarminSync.Consumers.Activities;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Activities;

public sealed class When_coverage_is_asked_for(PostgreSqlServer postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(false), InlineData(true)]
    public async Task It_counts_the_activities_of_each_day_of_the_athlete(bool onPostgreSql)
    {
        await using var host = await StartAsync(onPostgreSql);
        await host.RememberAsync(Local(1, "2026-01-08 23:30:00", utc: "2026-01-09 04:30:00"), Local(2, "2026-01-08 06:00:00", utc: "2026-01-08 11:00:00"), Local(3, "2026-01-11 06:00:00", utc: "2026-01-11 11:00:00"));

        (await CoverageAsync(host)).ShouldBe([("2026-01-08", 2, 0)], "the third is of a day after those asked for");
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_is_gone_does_not_count_and_rows_of_older_versions_count_by_their_start(bool onPostgreSql)
    {
        await using var host = await StartAsync(onPostgreSql);
        await host.RememberAsync(Local(1, "2026-01-08 23:30:00", utc: "2026-01-09 04:30:00"), Local(2, "2026-01-08 06:00:00", utc: "2026-01-08 11:00:00"));
        await host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<SyncedActivity>().Where(row => row.GarminActivityId == 1)
            .ExecuteUpdateAsync(row => row.SetProperty(activity => activity.Day, (DateOnly?)null)));
        await host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<SyncedActivity>().Where(row => row.GarminActivityId == 2)
            .ExecuteUpdateAsync(row => row.SetProperty(activity => activity.GoneAt, TimeProvider.System.GetUtcNow())));

        (await CoverageAsync(host)).ShouldBe([("2026-01-09", 1, 0)]);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_was_given_up_is_shown_with_the_reason_until_it_is_stored(bool onPostgreSql)
    {
        await using var host = await StartAsync(onPostgreSql);
        string[] rows = [Local(1, "2026-01-08 06:00:00", utc: "2026-01-08 11:00:00"), """{"activityId":2,"activityName":"Of no day"}"""];
        await host.GiveUpAsync("Garmin has lost the file", rows);

        (await CoverageAsync(host)).ShouldBe([("2026-01-08", 0, 1), (null, 0, 1)]);
        (await DaysAsync(host))[0].GivenUp.ShouldHaveSingleItem().Reason.ShouldBe("Garmin has lost the file");

        await host.RememberAsync(TimeProvider.System.GetUtcNow().AddMinutes(1), rows);
        (await CoverageAsync(host)).ShouldBe([("2026-01-08", 1, 0), (null, 1, 0)]);
    }

    private static string Local(long id, string local, string utc) => $$"""{"activityId":{{id}},"activityName":"Run","startTimeLocal":"{{local}}","startTimeGMT":"{{utc}}"}""";

    private static async Task<IReadOnlyList<(string? Date, int Stored, int GivenUp)>> CoverageAsync(CapabilityHost host) =>
        [.. (await DaysAsync(host)).Select(day => (day.Date, day.Stored, day.GivenUp.Count))];

    private static async Task<IReadOnlyList<ActivityCoverageDay>> DaysAsync(CapabilityHost host)
    {
        var asked = new Coverage { UserId = Plans.User, From = "2026-01-07", To = "2026-01-10", Spans = [] };
        return (await host.InScopeAsync(services => services.GetServices<ICoverageStep>().Single().AddToAsync(asked, Token))).Activities!;
    }

    private async Task<CapabilityHost> StartAsync(bool onPostgreSql) => onPostgreSql
        ? await CapabilityHost.StartAsync(Imports.WholeFile, ("State:Provider", "PostgreSql"), ("State:ConnectionString", await postgres.CreateDatabaseAsync(Token)))
        : await CapabilityHost.StartAsync(Imports.WholeFile);
}

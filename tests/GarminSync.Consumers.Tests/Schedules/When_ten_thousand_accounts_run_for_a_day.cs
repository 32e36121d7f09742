using System.Globalization;
using GarminSync.Consumers.Schedules;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Schedules;

/// <summary>A day in simulated time, with the change of the clocks in Berlin in it: two processes, one of which is killed in the middle of a batch each hour.</summary>
public sealed class When_ten_thousand_accounts_run_for_a_day(PostgreSqlServer postgres)
{
    private const int Accounts = 10_000;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private static readonly ScheduleText[] Texts =
    [
        new("P1D", null, null), new("PT12H", null, null), new(null, "30 2 * * *", "Europe/Berlin"), new(null, "0 7,19 * * *", "Europe/Berlin"), new("PT8H", null, null),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_run_is_asked_for_exactly_once(bool onPostgres)
    {
        await using var running = await RunningSchedules.StartAsync(onPostgres ? postgres : null, processes: 2);
        var start = running.Clock.GetUtcNow();
        var schedules = Enumerable.Range(1, Accounts).Select(number => (UserId: number.ToString(CultureInfo.InvariantCulture), Text: Texts[number % Texts.Length])).ToList();
        await running.AddAsync(schedules);

        var deaths = 0;
        for (var hour = 0; hour < 24; hour++)
        {
            for (var step = 0; step < TimeSpan.FromHours(1) / Step; step++)
            {
                running.Clock.Advance(Step);
                deaths += await running.RunAsync(step == 2 ? (hour % 2, hour % 4 < 2 ? KilledWhen.BeforeTheCommit : KilledWhen.AfterTheCommit) : null) ? 1 : 0;
            }
        }

        // Whom the last of the killed held up.
        await running.RunAsync();

        deaths.ShouldBeGreaterThan(12);
        var wanted = schedules.SelectMany(one => Times(one.UserId, one.Text.ReadKept()!, start, start.AddDays(1)).Select(time => DueRuns.JobIdOf(one.UserId, time))).ToHashSet();
        var asked = await running.RequestsAsync();
        asked.Count.ShouldBe(wanted.Count);
        wanted.SetEquals(asked).ShouldBeTrue();
    }

    private static IEnumerable<DateTimeOffset> Times(string userId, ScheduleRule rule, DateTimeOffset from, DateTimeOffset to)
    {
        for (var time = rule.Next(userId, from, Window)!.Value; time <= to; time = rule.Next(userId, time, Window)!.Value)
        {
            yield return time;
        }
    }
}

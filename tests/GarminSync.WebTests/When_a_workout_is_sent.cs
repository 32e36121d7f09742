using System.Net.Http.Json;
using System.Text.Json;
using GarminSync.Web.Api;
using GarminSync.Web.Workouts;
using GarminSync.WebTests.Browsing;
using Microsoft.Playwright;

namespace GarminSync.WebTests;

public sealed class When_a_workout_is_sent(Chromium chromium)
{
    [Fact]
    public async Task Its_steps_are_seen_and_it_is_in_Garmins_calendar_on_that_day()
    {
        await using var site = await Site.StartAsync(chromium);
        var user = await site.LinkAsync();
        await site.StorePlanAsync(Plan(user));
        var visit = await site.VisitAsync();
        await visit.OpenAsync("workouts");

        await Assertions.Expect(visit.Page.Locator(".steps .steps li").First).ToHaveTextAsync("Interval · 400 m · 3:50–4:10 /km · hold it");
        await Assertions.Expect(visit.Page.Locator(".workout-picture rect")).ToHaveCountAsync(14);
        await Assertions.Expect(visit.Page.Locator(".workout-picture")).ToContainTextAsync("6 ×");
        await visit.Page.GetByLabel("On the day").FillAsync("2027-03-01");
        await visit.Button("Send to the watch").ClickAsync();

        await visit.SeesStateAsync("Completed");
        await visit.SeesAsync("It is in Garmin's calendar on 1 March 2027");
        (await visit.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_taken_back_after_a_question()
    {
        await using var site = await Site.StartAsync(chromium);
        var user = await site.LinkAsync();
        await site.StorePlanAsync(Plan(user));
        var visit = await site.VisitAsync();
        await visit.OpenAsync("workouts");
        await visit.Page.GetByLabel("On the day").FillAsync("2027-03-01");
        await visit.Button("Send to the watch").ClickAsync();
        await visit.SeesStateAsync("Completed");

        // What was sent is known after the page was loaded anew, too.
        await visit.OpenAsync("workouts");
        await visit.SeesAsync("It is in Garmin’s calendar on 1 March 2027.");
        await visit.Button("Take back from Garmin").ClickAsync();
        await visit.SeesAsync("Take “6 x 400 m” back from Garmin?");
        (await visit.FaultsAsync()).ShouldBeEmpty();
        await visit.Button("Leave it there").ClickAsync();
        (await StateAsync(site, user)).ShouldBe("uploaded");

        await visit.Button("Take back from Garmin").ClickAsync();
        await visit.Button("Take it back").ClickAsync();
        await visit.SeesAsync("It is not at Garmin any more, and leaves the watch at its next sync.");
        await visit.SeesAsync("Taken back from Garmin:");
        await Assertions.Expect(visit.Button("Take back from Garmin")).ToHaveCountAsync(0);
        (await StateAsync(site, user)).ShouldBe("removed");
        (await visit.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_Garmin_cannot_express_is_said()
    {
        await using var site = await Site.StartAsync(chromium);
        var user = await site.LinkAsync();
        await site.StorePlanAsync(new { user_id = user, name = "Odd", sport = "curling", steps = new[] { new { type = "interval", duration = new { type = "time", value = 60 } } } });
        var visit = await site.VisitAsync();
        await visit.OpenAsync("workouts");

        await visit.Button("Send to the watch").ClickAsync();

        await visit.SeesStateAsync("Completed with errors");
        await Assertions.Expect(visit.Page.Locator(".outcome")).ToContainTextAsync("curling");
    }

    [Fact]
    public async Task None_says_where_plans_come_from()
    {
        await using var site = await Site.StartAsync(chromium);
        await site.LinkAsync();
        var visit = await site.VisitAsync();

        await visit.OpenAsync("workouts");

        await visit.SeesAsync("No workout plans are here yet");
    }

    [Fact]
    public void All_repetitions_count_and_few_bars_are_drawn()
    {
        var step = new WorkoutStep("interval", new("time", 60), null, null, null, null, null, null, null);
        WorkoutStep Repeat(WorkoutStep inner) => new(WorkoutStep.Repeat, null, null, null, null, null, null, 1000, [inner]);
        WorkoutPicture Picture(params WorkoutStep[] steps) => WorkoutPicture.Of(new("1", null, null, null, null, steps));

        var picture = Picture(Repeat(step));
        picture.Seconds.ShouldBe(60_000);
        picture.Repeats.ShouldHaveSingleItem().Times.ShouldBe(1000);
        WorkoutWords.Length(picture).ShouldContain("16 h 40 min");

        var endless = Picture(Repeat(Repeat(Repeat(Repeat(step)))));
        endless.Seconds.ShouldBe(6e13);
        WorkoutWords.Length(endless).ShouldNotBeEmpty();

        Picture([.. Enumerable.Repeat(step, 1000)]).Bars.Count.ShouldBeLessThanOrEqualTo(150);
    }

    private static async Task<string?> StateAsync(Site site, string user) =>
        (await site.Api.GetFromJsonAsync<JsonElement>($"api/garmin/workouts/tuesday-400s/status?user_id={user}")).GetProperty("state").GetString();

    internal static object Plan(string userId) => new
    {
        id = "tuesday-400s",
        user_id = userId,
        name = "6 x 400 m",
        description = "On the track.",
        sport = "running",
        steps = new object[]
        {
            new { type = "warmup", duration = new { type = "time", value = 600 }, target = new { type = "heart_rate_zone", zone = 2 } },
            new
            {
                type = "repeat",
                times = 6,
                steps = new object[]
                {
                    new { type = "interval", duration = new { type = "distance", value = 400 }, target = new { type = "pace", low = 250, high = 230 }, note = "hold it" },
                    new { type = "recovery", duration = new { type = "time", value = 90 } },
                },
            },
            new { type = "cooldown", duration = new { type = "lap_button" } },
        },
    };
}

using System.Text.Json;
using GarminSync.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class When_the_recordings_are_replayed
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_signs_in_lists_and_downloads_what_was_recorded()
    {
        await using var garmin = await RecordedGarmin.StartAsync();
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(garmin.Settings).Build())
            .AddSingleton(TimeProvider.System)
            .AddGarminConnect()
            .BuildServiceProvider();

        var outcome = await services.GetRequiredService<GarminSignIn>().SignInAsync("athlete@example.com", "secret", Token);
        var signedIn = outcome.ShouldBeOfType<SignInOutcome.SignedIn>();
        signedIn.Profile!.DisplayName.ShouldBe("test_athlete");
        signedIn.Tokens.ClientId.ShouldBe("GARMIN_CONNECT_MOBILE_ANDROID_DI_2025Q2");

        var client = services.GetRequiredService<GarminConnectClient>();
        var session = GarminHarness.Session(tokens: signedIn.Tokens);
        var activities = (await client.ListActivitiesAsync(session, null, null, stopBefore: null, Token)).Activities;
        activities.Select(activity => activity.ActivityId).ShouldBe(garmin.Activities.Select(row => row.GetProperty("activityId").GetInt64()));
        activities[0].Name.ShouldBe("Hometown - Base");
        activities[0].TypeKey.ShouldBe("trail_running");
        activities[0].StartTime.ShouldBe(new DateTimeOffset(2026, 1, 8, 14, 10, 21, TimeSpan.Zero));
        activities[0].DurationSeconds.ShouldBe(2223.326904296875);
        activities[0].AverageHeartRate.ShouldBe(142);
        activities[0].RawSummary.ShouldNotContain("test_athlete");

        var download = await client.DownloadActivityAsync(session, activities[0].ActivityId, ActivityFileSource.Original, Token);
        await using var file = download.ShouldBeOfType<ActivityDownload.Received>().File;
        await using var content = file.OpenRead();
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, Token);
        copy.ToArray().ShouldBe(garmin.FitFile());
        session.RequestsMade.ShouldBe(3);
    }

    [Fact]
    public async Task A_recorded_refusal_is_a_wrong_password()
    {
        await using var garmin = await GarminHarness.StartAsync(new Recording("login-email-password-fail-1").Replay());

        var outcome = await garmin.SignIn.SignInAsync("athlete@example.com", "secret", Token);

        outcome.ShouldBe(new SignInOutcome.WrongCredentials());
    }

    [Fact]
    public async Task Each_recorded_row_becomes_an_activity_with_all_that_CentralDB_stores()
    {
        await using var garmin = await RecordedGarmin.StartAsync();
        foreach (var row in garmin.Activities)
        {
            var activity = GarminActivityRow.Read(row)!;
            activity.DistanceMeters.ShouldBe(row.TryGetProperty("distance", out var distance) ? distance.GetDouble() : null);
            activity.MaxHeartRate.ShouldBe(row.GetProperty("maxHR").GetDouble());
            activity.Calories.ShouldBe(row.GetProperty("calories").GetDouble());
            JsonDocument.Parse(activity.RawSummary).RootElement.TryGetProperty("ownerId", out _).ShouldBeFalse();
        }
    }
}

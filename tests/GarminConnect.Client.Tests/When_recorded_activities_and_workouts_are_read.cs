using System.Globalization;
using System.Text.Json;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

/// <summary>Real lists of activities and workouts, and details of activities, against values that a person read in them.</summary>
public sealed class When_recorded_activities_and_workouts_are_read
{
    [Theory]
    // recording, place in it; id, name, type; start (UTC), start (local); metres, seconds, ascent, kilocalories; average and highest heart rate; whether it has legs
    [InlineData("export-activitylist-activities-search-activities-0", 0, 10000000001, "Hometown walking", "walking", "2021-04-15 09:44:05", "2021-04-15 11:44:05", 3385.44, 2702.59, 37.0, 225.0, 78.0, 104.0, false)]
    [InlineData("export-activitylist-activities-search-activities-0", 1, 10000000002, "Hometown multi sport", "multi_sport", "2021-04-11 09:50:49", "2021-04-11 11:50:49", 38351.41, 10226.37, 991.0, 1139.0, null, 175.0, true)]
    [InlineData("export-activitylist-activities-search-activities-0", 2, 10000000003, "Hometown running", "running", "2021-04-11 05:48:33", "2021-04-11 07:48:33", 7287.76, 3459.34, 187.0, 571.0, 133.0, 188.0, false)]
    [InlineData("export-activitylist-activities-search-activities-0-b", 0, 10000000004, "Hometown cross country skiing", "cross_country_skiing", "2018-03-08 11:23:22", "2018-03-08 12:23:22", 8225.53, 2627.38, 106.0, 319.0, 110.0, 146.0, false)]
    [InlineData("export-activitylist-activities-search-activities-3", 0, 10000000002, "Hometown multi sport", "multi_sport", "2021-04-11 09:50:49", "2021-04-11 11:50:49", 38351.41, 10226.37, 991.0, 1139.0, null, 175.0, true)]
    [InlineData("export-activitylist-activities-search-activities-4", 0, 10000000004, "Hometown cross country skiing ws", "cross_country_skiing_ws", "2018-03-08 11:23:22", "2018-03-08 12:23:22", 8225.53, 2627.38, 106.0, 319.0, 110.0, 146.0, false)]
    [InlineData("go-garmin-activitylist-activities-search-activities-0", 0, 10000000001, "Hometown - Threshold Intervals 6x2min", "running", "2026-01-27 13:28:07", "2026-01-27 17:28:07", 6615.18, 2771.58, 41.0, 465.0, 139.0, 171.0, false)]
    [InlineData("go-garmin-activitylist-activities-search-activities-0", 3, 10000000004, "Hometown Course à pied", "running", "2026-01-21 14:10:41", "2026-01-21 18:10:41", 5818.99, 2408.72, 65.0, 444.0, 144.0, 179.0, false)]
    [InlineData("go-garmin-activitylist-activities-search-activities-0", 4, 10000000005, "Hometown Course à pied", "running", "2026-01-19 13:17:42", "2026-01-19 17:17:42", 6091.85, 2671.47, 127.0, 492.0, 145.0, 169.0, false)]
    [InlineData("data-activity-get-0", 0, 21482825013, "Hometown - Base", "trail_running", "2026-01-08 14:10:21", "2026-01-08 08:10:21", 4261.19, 2223.33, 151.0, 390.0, 142.0, 162.0, false)]
    [InlineData("data-activity-list-0", 1, 21461718086, "Cuajimalpa de Morelos Hiking", "hiking", "2026-01-06 13:14:18", "2026-01-06 07:14:18", 3362.59, 2145.94, 143.0, 302.0, 133.0, 157.0, false)]
    [InlineData("data-activity-list-0", 2, 21419635589, "Bacalar Stand Up Paddleboarding", "stand_up_paddleboarding_v2", "2026-01-02 12:12:43", "2026-01-02 07:12:43", 3196.52, 3227.38, null, 322.0, 109.0, 153.0, false)]
    public void A_row_of_a_list_has_the_values_that_stand_there(
        string recording, int place, long id, string name, string type, string start, string local, double meters, double seconds, double? ascent, double calories, double? average, double highest, bool hasLegs)
    {
        var activity = GarminActivity.FromRow(BodyOf(recording)[place]).ShouldNotBeNull();

        ShouldBe(activity, id, name, type, start, local, meters, seconds, calories, average, highest);
        activity.ElevationGainMeters.ShouldBe(ascent);
        activity.HasLegs.ShouldBe(hasLegs);
        activity.ParentId.ShouldBeNull();
    }

    [Theory]
    [InlineData("data-activity-get-1", 21482825013, "Hometown - Base", "trail_running", "2026-01-08 14:10:21", "2026-01-08 08:10:21", 4261.19, 2223.327, 390.0, 142.0, 162.0, 2225.441, 2216.0, 147.0, 1.917, 194.0, 5310)]
    [InlineData("go-garmin-activity-activity-10000000001", 10000000001, "Hometown - Threshold Intervals 6x2min", "running", "2026-01-27 13:28:07", "2026-01-27 17:28:07", 6615.18, 2771.577, 465.0, 139.0, 171.0, 2771.577, 2769.174, 44.0, 2.387, 238.0, 6738)]
    public void An_activity_by_itself_says_the_same_as_its_row(
        string recording, long id, string name, string type, string start, string local, double meters, double seconds, double calories, double? average, double highest,
        double elapsed, double moving, double descent, double speed, double power, long steps)
    {
        var detail = GarminActivityDetail.Read(BodyOf(recording), parentId: null).ShouldNotBeNull();

        ShouldBe(detail.Activity, id, name, type, start, local, meters, seconds, calories, average, highest);
        detail.Activity.ElapsedSeconds.ShouldBe(elapsed);
        detail.Activity.MovingSeconds.ShouldBe(moving);
        detail.Activity.ElevationLossMeters.ShouldBe(descent);
        detail.Activity.AverageSpeedMetersPerSecond.ShouldNotBeNull().ShouldBe(speed, 0.001);
        detail.Activity.AveragePower.ShouldBe(power);
        detail.Activity.Steps.ShouldBe(steps);
        detail.LegIds.ShouldBeEmpty();
    }

    [Fact]
    public void A_count_tells_the_legs_apart()
    {
        ActivityCount.Read(BodyOf("barnes-shape-activitylist-activities-count")).ShouldBe(new ActivityCount(Total: 320, Legs: 0));
    }

    [Fact]
    public async Task A_list_of_workouts_has_ids_and_what_is_written_about_them()
    {
        var list = new Queue<byte[]>([new Recording("go-garmin-workout-workouts-0").Body, "[]"u8.ToArray()]);
        await using var garmin = await GarminHarness.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.Body.WriteAsync(list.Dequeue(), context.RequestAborted).AsTask();
        });

        var workouts = await garmin.Workouts.ListAsync(GarminHarness.Session(), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        workouts.ShouldBe(
        [
            new GarminWorkoutRow(1458299409, null), new GarminWorkoutRow(1456990741, "A note."), new GarminWorkoutRow(1456979586, "A note."), new GarminWorkoutRow(1456662994, "A note."),
            new GarminWorkoutRow(1456656882, "A note."), new GarminWorkoutRow(1456629788, "A note."), new GarminWorkoutRow(1456627162, "A note."),
        ]);
    }

    private static void ShouldBe(
        GarminActivity activity, long id, string name, string type, string start, string local, double meters, double seconds, double calories, double? average, double highest)
    {
        (activity.ActivityId, activity.Name, activity.TypeKey).ShouldBe((id, name, type));
        activity.StartTime.ShouldBe(DateTimeOffset.Parse(start, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
        activity.LocalStartTime.ShouldBe(DateTime.Parse(local, CultureInfo.InvariantCulture));
        activity.DistanceMeters.ShouldNotBeNull().ShouldBe(meters, 0.005);
        activity.DurationSeconds.ShouldNotBeNull().ShouldBe(seconds, 0.005);
        activity.Calories.ShouldBe(calories);
        activity.AverageHeartRate.ShouldBe(average);
        activity.MaxHeartRate.ShouldBe(highest);
    }

    private static JsonElement BodyOf(string recording) => JsonDocument.Parse(new Recording(recording).Body).RootElement;
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using GarminConnect.Client.Health;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class When_a_request_is_named_for_metrics
{
    [Theory]
    [InlineData("activity-service/activity/123456789", "/activity-service/activity/{id}")]
    [InlineData("/sso/signin?ticket=ST-1&service=x", "/sso/signin")]
    [InlineData("workout-service/workouts?start=0&limit=100", "/workout-service/workouts")]
    [InlineData("download-service/export/tcx/activity/1", "/download-service/export/tcx/activity/{id}")]
    public void Numbers_and_the_query_are_left_out(string path, string name) => Endpoints.Of(path).ShouldBe(name);

    [Fact]
    public async Task No_name_of_an_athlete_and_no_day_is_in_the_endpoints_of_health_metrics()
    {
        var counted = new ConcurrentBag<string>();
        using var meters = new MeterListener { InstrumentPublished = EnableOurs };
        meters.SetMeasurementEventCallback<long>((_, _, tags, _) => counted.Add(string.Join(' ', tags.ToArray().Select(tag => tag.Value))));
        meters.Start();
        await using var garmin = await GarminHarness.StartAsync(GarminSync.Testing.Answer.Json(Some.Profile));
        var token = TestContext.Current.CancellationToken;

        foreach (var endpoint in MetricCatalogue.Endpoints)
        {
            var call = endpoint.CallFor("anna.muster", new DayRange(new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 1)));
            call.Endpoint.ShouldNotContain("anna");
            call.Endpoint.ShouldNotContain("2026");
            call.Endpoint.ShouldNotContain("?");
        }

        await garmin.Client.GetProfileAsync(GarminHarness.Session(), token);
        counted.ShouldContain("/userprofile-service/socialProfile answered");
    }

    private static void EnableOurs(Instrument instrument, MeterListener listener)
    {
        if (instrument.Name == "garminsync.garmin.requests")
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }
}

using GarminSync.Consumers.Activities;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Tests.GarminConnect;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Activities;

public sealed class When_an_activity_is_imported
{
    private const string Row = """{"activityId":5,"activityName":"Morning Run","activityType":{"typeKey":"running"},"startTimeGMT":"2026-01-08 14:10:21","distance":4261.5}""";

    private static readonly RequestDelegate WholeFile = Answer.Bytes(Some.Zip(("5_ACTIVITY.fit", Some.Fit)));

    [Fact]
    public async Task Its_file_is_in_CentralDB_and_it_is_in_the_ledger()
    {
        await using var host = await CapabilityHost.StartAsync(WholeFile);

        var synced = (await ImportAsync(host, Row)).ShouldBeOfType<ActivityImport.Synced>().Activity;

        (synced.GarminActivityId, synced.Revision, synced.Name, synced.ActivityType, synced.DistanceMeters).ShouldBe((5, 1, "Morning Run", "running", 4261.5));
        var file = synced.Files.ShouldHaveSingleItem();
        (file.CentralDbActivityId, file.Format, file.SizeBytes).ShouldBe(("41", "fit", Some.Fit.Length));
        host.CentralDb.Requests.ShouldHaveSingleItem().Target.ShouldBe("/activities/7");
        var ledger = await LedgerAsync(host);
        (ledger!.Revision, ledger.Formats).ShouldBe((1, ActivityFileFormats.Original));
    }

    [Fact]
    public async Task An_edit_gives_a_new_revision_and_the_same_again_none()
    {
        await using var host = await CapabilityHost.StartAsync(WholeFile);

        var revisions = new List<int>();
        foreach (var row in new[] { Row, Row, Row.Replace("Morning", "Evening"), Row.Replace("Morning", "Evening"), Row })
        {
            revisions.Add(((ActivityImport.Synced)await ImportAsync(host, row)).Activity.Revision);
        }

        revisions.ShouldBe([1, 1, 2, 2, 3]);
    }

    [Fact]
    public async Task Another_format_joins_those_that_are_there_until_an_edit_makes_them_old()
    {
        await using var host = await CapabilityHost.StartAsync(WholeFile);
        await ImportAsync(host, Row);
        host.Garmin.AnswerWith(Answer.Body("""<?xml version="1.0"?><gpx version="1.1" creator="x"><trk><trkseg><trkpt lat="1" lon="2"/></trkseg></trk></gpx>""", "application/gpx+xml", 200));

        await ImportAsync(host, Row, ActivityFileFormats.Gpx);
        (await LedgerAsync(host))!.Formats.ShouldBe("original,gpx");

        await ImportAsync(host, Row.Replace("Morning", "Evening"), ActivityFileFormats.Gpx);
        (await LedgerAsync(host))!.Formats.ShouldBe("gpx");
    }

    [Fact]
    public async Task One_that_was_entered_by_hand_is_kept_without_a_file()
    {
        await using var host = await CapabilityHost.StartAsync(Answer.Json("""{"message":"HTTP 404 Not Found"}""", 404));

        var synced = (await ImportAsync(host, Row.Replace("{\"activityId\"", "{\"manualActivity\":true,\"activityId\""))).ShouldBeOfType<ActivityImport.Synced>();

        synced.Activity.Files.ShouldBeEmpty();
        host.CentralDb.Requests.ShouldHaveSingleItem().Text.ShouldContain("none");
        (await LedgerAsync(host)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_damaged_file_may_come_whole_the_next_time()
    {
        await using var host = await CapabilityHost.StartAsync(Answer.Bytes(Some.Zip(("5.fit", Some.FitOf(5000)))[..3000]));

        var none = (await ImportAsync(host, Row)).ShouldBeOfType<ActivityImport.NoFile>();

        none.Retry.ShouldBeTrue();
        await NothingIsStoredAsync(host);
    }

    [Fact]
    public async Task A_file_of_something_else_does_not()
    {
        await using var host = await CapabilityHost.StartAsync(Answer.Bytes(Some.Zip(("notes.txt", "hello"u8.ToArray()))));

        var none = (await ImportAsync(host, Row)).ShouldBeOfType<ActivityImport.NoFile>();

        none.Retry.ShouldBeFalse();
        none.Reason.ShouldContain("FIT");
        await NothingIsStoredAsync(host);
    }

    [Fact]
    public async Task No_file_of_one_that_was_recorded_is_a_failure()
    {
        await using var host = await CapabilityHost.StartAsync(Answer.Json("""{"message":"HTTP 404 Not Found"}""", 404));

        (await ImportAsync(host, Row)).ShouldBeOfType<ActivityImport.NoFile>().Retry.ShouldBeFalse();
        await NothingIsStoredAsync(host);
    }

    private static async Task NothingIsStoredAsync(CapabilityHost host)
    {
        host.CentralDb.Requests.ShouldBeEmpty();
        (await LedgerAsync(host)).ShouldBeNull();
    }

    private static Task<ActivityImport> ImportAsync(CapabilityHost host, string row, string format = ActivityFileFormats.Original) => host.InScopeAsync(services =>
        services.GetRequiredService<ActivityImporter>().ImportAsync(
            GarminHarness.Session(),
            new FetchActivity { JobId = Guid.NewGuid(), ItemId = Guid.NewGuid(), Attempt = 1, UserId = "7", Order = new ActivityOrder { Row = row, Formats = [format] } },
            CancellationToken.None));

    private static Task<SyncedActivity?> LedgerAsync(CapabilityHost host) =>
        host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<SyncedActivity>().AsNoTracking().SingleOrDefaultAsync());
}

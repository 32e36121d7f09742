using GarminConnect.Client.Tests;
using GarminSync.Consumers.Activities;
using GarminSync.Consumers.State;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Activities;

public sealed class When_an_activity_is_imported
{
    [Fact]
    public async Task It_is_noted_and_told_by_the_athletes_own_day_and_clock()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.WholeFile);

        var synced = await host.SyncAsync(Imports.Row.Replace("\"startTimeGMT\":\"2026-01-08 14:10:21\"", "\"startTimeGMT\":\"2026-01-08 23:10:21\",\"startTimeLocal\":\"2026-01-09 01:10:21\"", StringComparison.Ordinal));

        (synced.StartTimeLocal, synced.UtcOffsetSeconds).ShouldBe((new DateTime(2026, 1, 9, 1, 10, 21), 7200));
        (await host.OnlyAsync())!.Day.ShouldBe(new DateOnly(2026, 1, 9));
    }

    [Fact]
    public async Task Its_file_is_in_CentralDB_and_it_is_in_the_ledger()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.WholeFile);

        var synced = await host.SyncAsync(Imports.Row);

        (synced.GarminActivityId, synced.Revision, synced.Name, synced.ActivityType, synced.DistanceMeters).ShouldBe((5, 1, "Morning Run", "running", 4261.5));
        var file = synced.Files.ShouldHaveSingleItem();
        (file.CentralDbActivityId, file.Format, file.SizeBytes).ShouldBe(("41", "fit", Some.Fit.Length));
        host.CentralDb.Requests.ShouldHaveSingleItem().Target.ShouldBe("/activities/7");
        var ledger = await host.OnlyAsync();
        (ledger!.Revision, ledger.Formats).ShouldBe((1, ActivityFileFormats.Original));
    }

    [Fact]
    public async Task An_edit_gives_a_new_revision_and_the_same_again_none()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.WholeFile);

        var revisions = new List<int>();
        foreach (var row in new[] { Imports.Row, Imports.Row, Imports.Renamed("Evening Run"), Imports.Renamed("Evening Run"), Imports.Row })
        {
            revisions.Add(((ActivityImport.Synced)await host.ImportAsync(row)).Activity.Revision);
        }

        revisions.ShouldBe([1, 1, 2, 2, 3]);
    }

    [Fact]
    public async Task Another_format_joins_those_that_are_there_until_an_edit_makes_them_old()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.WholeFile);
        await host.ImportAsync(Imports.Row);
        host.Garmin.AnswerWith(Answer.Body("""<?xml version="1.0"?><gpx version="1.1" creator="x"><trk><trkseg><trkpt lat="1" lon="2"/></trkseg></trk></gpx>""", "application/gpx+xml", 200));

        (await host.SyncAsync(Imports.Row, ActivityFileFormats.Gpx)).Revision.ShouldBe(2);
        (await host.OnlyAsync())!.Formats.ShouldBe("original,gpx");

        await host.ImportAsync(Imports.Renamed("Evening Run"), ActivityFileFormats.Gpx);
        (await host.OnlyAsync())!.Formats.ShouldBe("gpx");
    }

    [Fact]
    public async Task A_hash_of_an_older_version_is_no_edit()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.OriginalOnly);
        await host.ImportAsync(Plans.KnownRow, ActivityFileFormats.Original, ActivityFileFormats.Tcx);
        await host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<SyncedActivity>()
            .ExecuteUpdateAsync(row => row.SetProperty(activity => activity.ContentHash, Plans.OldHashOfKnownRow)));

        (await host.SyncAsync(Plans.KnownRow)).Revision.ShouldBe(1);

        var ledger = await host.OnlyAsync();
        (ledger!.Formats, ledger.AbsentFormats).ShouldBe((ActivityFileFormats.Original, ActivityFileFormats.Tcx));
        ledger.ContentHash.ShouldStartWith("1:");
    }

    [Fact]
    public async Task One_that_was_entered_by_hand_is_kept_without_a_file()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.Missing);

        var synced = (await host.ImportAsync(Imports.Typed)).ShouldBeOfType<ActivityImport.Synced>();

        synced.Activity.Files.ShouldBeEmpty();
        host.CentralDb.Requests.ShouldHaveSingleItem().Text.ShouldContain("none");
        (await host.OnlyAsync()).ShouldNotBeNull();
    }
}

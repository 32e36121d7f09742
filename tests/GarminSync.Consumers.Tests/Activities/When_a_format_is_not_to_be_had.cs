using GarminSync.Consumers.Activities;
using GarminSync.Contracts;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Activities;

public sealed class When_a_format_is_not_to_be_had
{
    private static readonly string[] Both = [ActivityFileFormats.Tcx, ActivityFileFormats.Original];

    [Fact]
    public async Task The_activity_is_synced_with_what_there_is_and_not_asked_for_again()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.OriginalOnly);

        var synced = await host.SyncAsync(Imports.Row, Both);

        synced.Files.ShouldHaveSingleItem().Format.ShouldBe("fit");
        host.CentralDb.Requests.ShouldHaveSingleItem();
        var ledger = await host.OnlyAsync();
        (ledger!.Formats, ledger.AbsentFormats).ShouldBe((ActivityFileFormats.Original, ActivityFileFormats.Tcx));
        host.List([Imports.Row]);
        (await host.PlanAsync(Plans.All with { Formats = Both })).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_edit_and_force_ask_for_it_again()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.OriginalOnly);
        await host.SyncAsync(Imports.Row, Both);
        host.List([Imports.Row]);
        (await host.PlanAsync(Plans.All with { Formats = Both, Force = true })).Items.ShouldHaveSingleItem();

        host.Garmin.AnswerWith(Imports.OriginalOnly);
        await host.SyncAsync(Imports.Renamed("Evening Run"));

        (await host.OnlyAsync())!.AbsentFormats.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_activity_that_has_none_of_the_formats_asked_for_is_kept_without_a_file()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.OriginalOnly);

        (await host.SyncAsync(Imports.Row, ActivityFileFormats.Gpx)).Files.ShouldBeEmpty();

        host.CentralDb.Requests.ShouldHaveSingleItem().Text.ShouldContain("none");
        (await host.OnlyAsync())!.AbsentFormats.ShouldBe(ActivityFileFormats.Gpx);
    }

    [Fact]
    public async Task One_that_has_its_original_already_gets_no_second_record_and_no_event()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.OriginalOnly);
        await host.SyncAsync(Imports.Row);

        (await host.ImportAsync(Imports.Row, ActivityFileFormats.Gpx)).ShouldBeOfType<ActivityImport.NothingNew>();

        host.CentralDb.Requests.ShouldHaveSingleItem();
        (await host.OnlyAsync())!.AbsentFormats.ShouldBe(ActivityFileFormats.Gpx);
    }

    [Fact]
    public async Task One_that_was_entered_by_hand_is_one_record_whatever_is_asked_for()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.Missing);

        await host.SyncAsync(Imports.Typed, [.. Both, ActivityFileFormats.Gpx]);

        host.CentralDb.Requests.ShouldHaveSingleItem();
        (await host.OnlyAsync())!.Answers([.. Both, ActivityFileFormats.Gpx]).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_the_original_nothing_is_stored_and_nothing_else_is_asked_for()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.Missing);

        (await host.ImportAsync(Imports.Row, Both)).ShouldBeOfType<ActivityImport.NoFile>();

        host.Garmin.Requests.ShouldHaveSingleItem().Target.ShouldStartWith("/download-service/files/");
        host.CentralDb.Requests.ShouldBeEmpty();
        (await host.OnlyAsync()).ShouldBeNull();
    }
}

using System.Text.Json;
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
        (await host.OnlyAsync())!.Answers([.. Both, ActivityFileFormats.Gpx], TimeProvider.System.GetUtcNow()).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_the_original_the_others_are_asked_for_all_the_same()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.Missing);

        var synced = await host.SyncAsync(Imports.Row, Both);

        host.Garmin.Requests.Count.ShouldBe(2);
        synced.MissingFiles!.Select(file => (file.Format, file.Reason)).ShouldBe(
            [(ActivityFileFormats.Original, MissingFileReasons.NotThere), (ActivityFileFormats.Tcx, MissingFileReasons.NotThere)]);
        host.CentralDb.Requests.ShouldHaveSingleItem().Text.ShouldContain("none");
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(403)]
    [InlineData(200)]
    public async Task One_that_cannot_be_rendered_does_not_keep_the_activity_and_its_original_out(int status)
    {
        await using var host = await CapabilityHost.StartAsync(Imports.Files(Imports.WholeFile, Answer.Html(status)));

        var import = (await host.ImportAsync(Imports.Row, Both)).ShouldBeOfType<ActivityImport.Synced>();

        import.Left.ShouldBeNull();
        import.Activity.Files.ShouldHaveSingleItem().Format.ShouldBe("fit");
        import.Activity.MissingFiles.ShouldHaveSingleItem().Format.ShouldBe(ActivityFileFormats.Tcx);
        host.List([Imports.Row]);
        (await host.PlanAsync(Plans.All with { Formats = Both })).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_ordered_of_a_stored_version_is_only_what_is_not_answered()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.OriginalOnly);
        await host.SyncAsync(Imports.Row, Both);
        host.List([Imports.Row]);
        (await FormatsAsync(Plans.All with { Formats = [.. Both, ActivityFileFormats.Gpx] })).ShouldBe([ActivityFileFormats.Gpx]);

        // As if two days had gone by.
        await host.InScopeAsync(async services => (await services.GetRequiredService<StateDb>().Set<SyncedActivity>().SingleAsync()).MissingFiles =
            JsonSerializer.Serialize(new[] { new MissingFile(ActivityFileFormats.Tcx, MissingFileReasons.NotThere, "") { NextTryAt = TimeProvider.System.GetUtcNow().AddDays(-1) } }));

        (await FormatsAsync(Plans.All with { Formats = Both })).ShouldBe([ActivityFileFormats.Tcx]);
        (await FormatsAsync(Plans.All with { Formats = Both, Force = true })).ShouldBe(Both);
        host.List([Imports.Renamed("Evening Run")]);
        (await FormatsAsync(Plans.All with { Formats = Both })).ShouldBe(Both);

        async Task<IReadOnlyList<string>> FormatsAsync(SyncScope scope) =>
            JsonSerializer.Deserialize<ActivityOrder>((await host.PlanAsync(scope)).Items.ShouldHaveSingleItem().Order)!.Formats;
    }

    [Fact]
    public async Task When_Garmin_goes_away_in_between_what_is_there_is_stored_and_not_fetched_again()
    {
        var listed = TimeProvider.System.GetUtcNow();
        await using var host = await CapabilityHost.StartAsync(context =>
            (context.Request.Path.StartsWithSegments("/download-service/files", StringComparison.Ordinal) ? Imports.WholeFile : Answer.Status(503))(context));

        var first = (await host.ImportAsync(Imports.Row, listed, Both)).ShouldBeOfType<ActivityImport.Synced>();
        host.Garmin.AnswerWith(Imports.Files(Imports.WholeFile, Answer.Body("<TrainingCenterDatabase/>", "application/xml", 200)));
        var second = (await host.TryAsync(attempt: 2, Imports.Row, listed, Both)).ShouldBeOfType<ActivityImport.Synced>();

        first.Left!.IsOutage.ShouldBeTrue();
        (first.Activity.Revision, second.Activity.Revision).ShouldBe((1, 2));
        second.Activity.Files.ShouldHaveSingleItem().Format.ShouldBe("tcx");
        host.Downloads().ShouldBe(1);
    }
}

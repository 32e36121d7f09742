using GarminConnect.Client.Tests;
using GarminSync.Consumers.Activities;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Activities;

public sealed class When_there_is_no_usable_original
{
    private static readonly RequestDelegate CutOff = Answer.Bytes(Some.Zip(("5.fit", Some.FitOf(5000)))[..3000]);
    private static readonly RequestDelegate Failing = Answer.Json("""{"message":null,"error":"WebApplicationException"}""", 500);

    public static TheoryData<string, RequestDelegate> Nothing => new()
    {
        { "404", Imports.Missing },
        { "204", Answer.Status(204) },
        { "an empty 200", Answer.Bytes([]) },
    };

    public static TheoryData<string, RequestDelegate, string> Trouble => new()
    {
        { "cut off", CutOff, MissingFileReasons.Damaged },
        { "of something else", Answer.Bytes(Some.Zip(("notes.txt", "hello"u8.ToArray()))), MissingFileReasons.NotAnActivity },
        { "refused", Answer.Json("""{"message":"HTTP 403 Forbidden","error":"ForbiddenException"}""", 403), MissingFileReasons.Refused },
        { "failing", Failing, MissingFileReasons.Unavailable },
        { "too large", Answer.Bytes(Some.Zip(("5.fit", [.. Some.Fit, .. new byte[20 * 1024 * 1024]]))), MissingFileReasons.TooLarge },
    };

    public static TheoryData<string, RequestDelegate> Passing => new() { { "cut off", CutOff }, { "failing", Failing } };

    [Theory]
    [MemberData(nameof(Nothing))]
    public async Task What_the_list_says_is_stored_and_announced(string how, RequestDelegate answer)
    {
        await using var host = await CapabilityHost.StartAsync(Imports.Files(answer));

        var import = (await host.ImportAsync(Imports.Row)).ShouldBeOfType<ActivityImport.Synced>(how);

        import.Left.ShouldBeNull();
        (import.Activity.Name, import.Activity.DistanceMeters, import.Activity.Files.Count).ShouldBe(("Morning Run", 4261.5, 0));
        var missing = import.Activity.MissingFiles.ShouldHaveSingleItem();
        (missing.Format, missing.Reason).ShouldBe((ActivityFileFormats.Original, MissingFileReasons.NotThere));
        missing.NextTryAt.ShouldNotBeNull();
        host.CentralDb.Requests.ShouldHaveSingleItem().Text.ShouldContain("none");
    }

    [Theory]
    [MemberData(nameof(Trouble))]
    public async Task It_is_so_too_when_the_file_is_in_trouble_for_good(string how, RequestDelegate answer, string reason)
    {
        await using var host = await CapabilityHost.StartAsync(Imports.Files(answer));

        var import = (await host.TryAsync(attempt: 5, Imports.Row)).ShouldBeOfType<ActivityImport.Synced>(how);

        import.Activity.MissingFiles.ShouldHaveSingleItem().Reason.ShouldBe(reason);
        import.Left!.Action.ShouldBe(TroubleAction.GiveUp);
        import.Left.Reason.ShouldBe(import.Activity.MissingFiles![0].Explanation);
        (await host.OnlyAsync())!.FilesMissing().ShouldHaveSingleItem().Reason.ShouldBe(reason);
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_may_come_whole_is_tried_again_and_is_no_outage(string how, RequestDelegate answer)
    {
        how.ShouldNotBeEmpty();
        await using var host = await CapabilityHost.StartAsync(Imports.Files(answer));

        var import = (await host.ImportAsync(Imports.Row)).ShouldBeOfType<ActivityImport.NothingNew>();

        (import.Left!.Action, import.Left.IsOutage).ShouldBe((TroubleAction.TryAgain, false));
        host.CentralDb.Requests.ShouldBeEmpty();
        (await host.OnlyAsync()).ShouldBeNull();
    }

    [Theory]
    [InlineData("of the answers")]
    [InlineData("of the connections")]
    public async Task While_Garmin_answers_nothing_it_is_no_fault_of_the_file_however_often_that_is_tried(string lack)
    {
        await using var host = await CapabilityHost.StartAsync(Answer.Status(503));
        if (lack == "of the connections")
        {
            await host.Garmin.DisposeAsync();
        }

        var import = (await host.TryAsync(attempt: 9, Imports.Row)).ShouldBeOfType<ActivityImport.NothingNew>();

        (import.Left!.Action, import.Left.IsOutage).ShouldBe((TroubleAction.Wait, true));
        host.CentralDb.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_the_file_s_fault_when_only_this_activity_is_in_trouble_with_all_that_belongs_to_it()
    {
        await using var host = await CapabilityHost.StartAsync(context => (IsProfile(context) ? Answer.Json("""{"displayName":"a"}""") : Failing)(context));

        var import = (await host.TryAsync(attempt: 2, Imports.Row)).ShouldBeOfType<ActivityImport.Synced>();

        import.Activity.MissingFiles.ShouldHaveSingleItem().Reason.ShouldBe(MissingFileReasons.Unavailable);
        host.CentralDb.Requests.ShouldHaveSingleItem().Text.ShouldContain("none");
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public async Task One_whose_connection_breaks_on_the_way_has_all_tries_of_an_item(int attempt, bool isStored)
    {
        await using var host = await CapabilityHost.StartAsync(Imports.Files(BreaksOff));

        var import = await host.TryAsync(attempt, Imports.Row);

        (import is ActivityImport.Synced).ShouldBe(isStored);
        import.Left!.Action.ShouldBe(isStored ? TroubleAction.GiveUp : TroubleAction.TryAgain);
        if (import is ActivityImport.Synced synced)
        {
            synced.Activity.MissingFiles.ShouldHaveSingleItem().Reason.ShouldBe(MissingFileReasons.Unavailable);
        }
    }

    [Fact]
    public async Task It_is_asked_for_again_after_a_day_three_days_a_week_and_then_each_month()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.Missing);
        var waits = new List<int>();

        for (var job = 0; job < 5; job++)
        {
            await host.ImportAsync(Imports.Row);
            var ledger = await host.OnlyAsync();
            waits.Add((int)Math.Round((ledger!.FilesMissing()[0].NextTryAt!.Value - ledger.SyncedAt).TotalDays));
            ledger.Answers([ActivityFileFormats.Original], ledger.SyncedAt.AddDays(waits[^1] - 0.1)).ShouldBeTrue();
            ledger.Answers([ActivityFileFormats.Original], ledger.SyncedAt.AddDays(waits[^1] + 0.1)).ShouldBeFalse();
        }

        waits.ShouldBe([1, 3, 7, 30, 30]);
    }

    [Fact]
    public async Task One_that_was_entered_by_hand_is_not_asked_for_again()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.Missing);

        (await host.SyncAsync(Imports.Typed)).MissingFiles.ShouldHaveSingleItem().NextTryAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_file_that_comes_later_is_a_new_revision_with_a_new_event_and_takes_the_place_of_the_record_without_one()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.Missing);
        host.CentralDb.AnswerWith(context => context.Request.Method == "DELETE"
            ? Answer.Status(204)(context)
            : Answer.Json($$"""{"id":{{host.CentralDb.Requests.Count + 40}}}""", 201)(context));
        var first = await host.SyncAsync(Imports.Row);
        host.Garmin.AnswerWith(Imports.WholeFile);

        var second = await host.SyncAsync(Imports.Row);

        (first.Revision, second.Revision).ShouldBe((1, 2));
        ActivityEvents.Of(second).MessageId.ShouldNotBe(ActivityEvents.Of(first).MessageId);
        second.MissingFiles.ShouldNotBeNull().ShouldBeEmpty();
        host.CentralDb.Requests.Select(request => $"{request.Method} {request.Target}").ShouldBe(["POST /activities/7", "POST /activities/7", "DELETE /activities/7/41"]);
        var ledger = await host.OnlyAsync();
        (ledger!.CentralDbIds, ledger.AbsentFormats, ledger.MissingFiles, ledger.RecordWithoutFile).ShouldBe(("42", "", null, null));
    }

    [Fact]
    public async Task A_CentralDB_that_puts_the_file_into_the_record_without_one_never_loses_it_to_a_later_import()
    {
        await using var host = await CapabilityHost.StartAsync(Imports.Missing);
        await host.SyncAsync(Imports.Row);
        host.Garmin.AnswerWith(Imports.WholeFile);
        await host.SyncAsync(Imports.Row);
        host.CentralDb.AnswerWith(Answer.Json("""{"id":42}""", 201));

        await host.SyncAsync(Imports.Renamed("Evening Run"));

        host.CentralDb.Requests.ShouldAllBe(request => request.Method == "POST");
        (await host.OnlyAsync())!.RecordWithoutFile.ShouldBeNull();
    }

    private static bool IsProfile(HttpContext context) => context.Request.Path.Value!.Contains("profile", StringComparison.OrdinalIgnoreCase);

    private static async Task BreaksOff(HttpContext context)
    {
        context.Response.ContentLength = 5000;
        await context.Response.Body.WriteAsync("PK"u8.ToArray());
        await context.Response.Body.FlushAsync();
        context.Abort();
    }
}

using GarminConnect.Client.Tests;
using GarminSync.Consumers.Activities;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Activities;

public sealed class When_CentralDB_refuses_a_file
{
    [Theory]
    [InlineData(413, MissingFileReasons.TooLargeForCentralDb)]
    [InlineData(422, MissingFileReasons.RefusedByCentralDb)]
    public async Task The_activity_is_stored_without_it_and_the_reason_is_told(int status, string reason)
    {
        await using var host = await StartAsync(status, limit: 400);

        var import = (await host.ImportAsync(Imports.Row)).ShouldBeOfType<ActivityImport.Synced>();

        import.Activity.Files.ShouldBeEmpty();
        import.Activity.MissingFiles.ShouldHaveSingleItem().Reason.ShouldBe(reason);
        import.Left!.Action.ShouldBe(TroubleAction.GiveUp);
        import.Left.Reason.ShouldContain(status == 413 ? "too large for CentralDB: it has 516 bytes, the limit is 400" : "HTTP 422");
        (await host.OnlyAsync())!.RecordWithoutFile.ShouldBe("41");
    }

    [Fact]
    public async Task One_that_is_too_large_is_not_downloaded_again_before_the_limit_has_changed()
    {
        await using var host = await StartAsync(413, limit: 400);
        await host.ImportAsync(Imports.Row);

        (await host.ImportAsync(Imports.Row)).Left.ShouldBeNull();
        host.Downloads().ShouldBe(1);

        host.CentralDb.AnswerWith(CentralDb(host, 201, limit: 4000));
        (await host.SyncAsync(Imports.Row)).Files.ShouldHaveSingleItem();
        host.Downloads().ShouldBe(2);
    }

    [Fact]
    public async Task All_files_of_a_ZIP_are_kept_as_parts_and_told()
    {
        await using var host = await CapabilityHost.StartAsync(Answer.Bytes(Some.Zip(("1.fit", Some.FitOf(10)), ("2.fit", Some.FitOf(20)), ("3.fit", Some.FitOf(30)))));
        host.CentralDb.AnswerWith(context => Answer.Json($$"""{"id":{{40 + host.CentralDb.Requests.Count}}}""", 201)(context));

        var synced = await host.SyncAsync(Imports.Row);

        synced.Files.Select(file => (file.Part, file.SizeBytes - Some.Fit.Length, file.CentralDbActivityId)).ShouldBe([(1, 10, "43"), (2, 20, "42"), (3, 30, "41")]);
        synced.MissingFiles.ShouldNotBeNull().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_CentralDB_that_keeps_one_file_has_the_first_and_the_event_says_that_there_were_more()
    {
        await using var host = await CapabilityHost.StartAsync(Answer.Bytes(Some.Zip(("1.fit", Some.FitOf(10)), ("2.fit", Some.FitOf(20)))));

        var synced = await host.SyncAsync(Imports.Row);

        synced.Files.ShouldHaveSingleItem().SizeBytes.ShouldBe(Some.Fit.Length + 10);
        host.CentralDb.Requests[^1].Text.ShouldNotContain("file_part");
        synced.MissingFiles.ShouldHaveSingleItem().Reason.ShouldBe(MissingFileReasons.OneFileOnly);
        (await host.OnlyAsync())!.Answers([ActivityFileFormats.Original], TimeProvider.System.GetUtcNow()).ShouldBeTrue();
    }

    [Fact]
    public async Task The_parts_that_it_has_taken_are_told_and_kept_when_it_refuses_another()
    {
        await using var host = await CapabilityHost.StartAsync(Answer.Bytes(Some.Zip(("1.fit", Some.FitOf(1000)), ("2.fit", Some.FitOf(20)))));
        host.CentralDb.AnswerWith(context => Answer.Json($$"""{"id":{{40 + host.CentralDb.Requests.Count}}}""", context.Request.Path == "/limits" ? 404 : host.CentralDb.Requests[^1].Text.Length > 2400 ? 413 : 201)(context));

        var import = (await host.ImportAsync(Imports.Row)).ShouldBeOfType<ActivityImport.Synced>();
        host.Garmin.AnswerWith(Imports.Files(Imports.Missing, Answer.Body("<gpx/>", "application/gpx+xml", 200)));
        (await host.SyncAsync(Imports.Row, ActivityFileFormats.Gpx)).Files.ShouldHaveSingleItem().Format.ShouldBe("gpx");

        (import.Activity.Files.ShouldHaveSingleItem().Part, import.Activity.Files[0].CentralDbActivityId).ShouldBe((2, "41"));
        import.Activity.MissingFiles.ShouldHaveSingleItem().Reason.ShouldBe(MissingFileReasons.TooLargeForCentralDb);
        var ledger = (await host.OnlyAsync())!;
        (ledger.Records()[0], ledger.Records().Length, ledger.Formats).ShouldBe(("41", 2, ActivityFileFormats.Gpx));
        host.CentralDb.Requests.ShouldAllBe(request => request.Method != "DELETE");
    }

    private static async Task<CapabilityHost> StartAsync(int status, long limit)
    {
        var host = await CapabilityHost.StartAsync(Imports.WholeFile);
        host.CentralDb.AnswerWith(CentralDb(host, status, limit));
        return host;
    }

    /// <summary>Answers uploads of files with the status, and takes those without one.</summary>
    private static RequestDelegate CentralDb(CapabilityHost host, int status, long limit) => context =>
        (context.Request.Path == "/limits" ? Answer.Json($$"""{"max_file_size_bytes":{{limit}}}""")
            : Answer.Json("""{"id":41,"detail":"odd"}""", host.CentralDb.Requests[^1].Text.Contains("filename=", StringComparison.Ordinal) ? status : 201))(context);
}

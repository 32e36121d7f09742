using System.Security.Cryptography;
using System.Text;
using GarminSync.Consumers.GarminConnect;
using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.GarminConnect;

public sealed class When_an_activity_file_is_downloaded
{
    private const string Gpx = """<?xml version="1.0"?><gpx version="1.1"></gpx>""";
    private const string Tcx = """<?xml version="1.0"?><TrainingCenterDatabase></TrainingCenterDatabase>""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_FIT_inside_the_ZIP_is_what_comes_out()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Bytes(Some.Zip(("5_ACTIVITY.fit", Some.Fit))));

        await using var file = await ReceiveAsync(garmin);

        file.Format.ShouldBe(ActivityFileFormat.Fit);
        file.Length.ShouldBe(Some.Fit.Length);
        file.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Some.Fit)));
        (await ReadAsync(file)).ShouldBe(Some.Fit);
        (await ReadAsync(file)).ShouldBe(Some.Fit, "each stream starts at the beginning");
        garmin.Server.Requests.Single().Target.ShouldBe("/download-service/files/activity/5");
        garmin.Server.Requests.Single().Headers["Accept"].ShouldBe("*/*");
    }

    [Fact]
    public async Task Nothing_is_left_on_disk_after_use()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Bytes(Some.Zip(("5_ACTIVITY.fit", Some.Fit))));

        var file = await ReceiveAsync(garmin);
        await using var content = (FileStream)file.OpenRead();
        File.Exists(content.Name).ShouldBeTrue();
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(content.Name).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await file.DisposeAsync();

        File.Exists(content.Name).ShouldBeFalse();
    }

    [Theory]
    [InlineData("../../etc/activity.GPX", Gpx, nameof(ActivityFileFormat.Gpx))]
    [InlineData("/absolute/activity.tcx", Tcx, nameof(ActivityFileFormat.Tcx))]
    public async Task An_imported_activity_has_the_file_that_was_imported_whatever_its_path(string member, string content, string format)
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Bytes(Some.Zip((member, Encoding.UTF8.GetBytes(content)))));

        await using var file = await ReceiveAsync(garmin);

        file.Format.ToString().ShouldBe(format);
        Encoding.UTF8.GetString(await ReadAsync(file)).ShouldBe(content);
    }

    [Fact]
    public async Task Among_several_members_it_takes_the_one_that_is_a_FIT()
    {
        var zip = Some.Zip(("notes.txt", Some.Fit), ("fake.fit", new byte[100]), ("short.fit", [1]), ("track.gpx", Encoding.UTF8.GetBytes(Gpx)), ("real.FIT", Some.Fit));
        await using var garmin = await GarminHarness.StartAsync(Answer.Bytes(zip));

        await using var file = await ReceiveAsync(garmin);

        (await ReadAsync(file)).ShouldBe(Some.Fit);
    }

    [Fact]
    public async Task A_ZIP_without_an_activity_holds_none()
    {
        var unavailable = await UnavailableAsync(Answer.Bytes(Some.Zip(("notes.txt", Some.Fit), ("fake.fit", new byte[100]))));

        unavailable.ShouldBe(new ActivityDownload.Unavailable(ActivityFileProblem.NotAnActivity, "the ZIP holds no FIT, TCX or GPX file"));
    }

    [Fact]
    public async Task A_ZIP_cut_off_anywhere_is_damaged()
    {
        var zip = Some.Zip(("5_ACTIVITY.fit", [.. Some.Fit, .. RandomNumberGenerator.GetBytes(5000)]));
        await using var garmin = await GarminHarness.StartAsync(Answer.Status(500));
        for (var length = 1; length < zip.Length; length += 97)
        {
            garmin.Server.AnswerWith(Answer.Bytes(zip[..length]));
            (await DownloadAsync(garmin)).ShouldBe(
                new ActivityDownload.Unavailable(ActivityFileProblem.Damaged, "the ZIP from Garmin Connect is cut off or damaged"));
        }
    }

    [Fact]
    public async Task A_ZIP_with_a_flipped_byte_is_damaged()
    {
        var zip = Some.Zip(("5_ACTIVITY.fit", [.. Some.Fit, .. RandomNumberGenerator.GetBytes(5000)]));
        zip[3000] ^= 0x10;

        (await UnavailableAsync(Answer.Bytes(zip))).Problem.ShouldBe(ActivityFileProblem.Damaged);
    }

    [Fact]
    public async Task A_page_instead_of_a_ZIP_is_damaged() =>
        (await UnavailableAsync(Answer.Html(200))).Problem.ShouldBe(ActivityFileProblem.Damaged);

    [Fact]
    public async Task A_ZIP_that_unpacks_to_more_than_the_limit_is_too_large()
    {
        var unavailable = await UnavailableAsync(Answer.Bytes(Some.Zip(("5.fit", Random(20_000)))), ("MaxUnpackedBytes", "10000"));

        unavailable.ShouldBe(new ActivityDownload.Unavailable(ActivityFileProblem.TooLarge, "the unpacked file is larger than the limit of 10000 bytes"));
    }

    [Fact]
    public async Task A_ZIP_bomb_is_not_unpacked()
    {
        var bomb = Some.Zip(("5.fit", [.. Some.Fit, .. new byte[20 * 1024 * 1024]]));

        (await UnavailableAsync(Answer.Bytes(bomb))).Problem.ShouldBe(ActivityFileProblem.TooLarge);
    }

    [Fact]
    public async Task A_download_over_the_limit_is_too_large() =>
        (await UnavailableAsync(Answer.Bytes(Random(20_000)), ("MaxDownloadBytes", "10000"))).Reason
            .ShouldBe("the download is larger than the limit of 10000 bytes");

    [Fact]
    public async Task A_ZIP_with_more_members_than_allowed_is_too_large()
    {
        var zip = Some.Zip([.. Enumerable.Range(0, 5).Select(number => ($"{number}.fit", Some.Fit))]);

        (await UnavailableAsync(Answer.Bytes(zip), ("MaxArchiveEntries", "4"))).Reason.ShouldBe("the ZIP has 5 members, more than the limit of 4");
    }

    [Theory]
    [InlineData(404)]
    [InlineData(204)]
    [InlineData(200)]
    public async Task An_activity_entered_by_hand_has_no_file(int status) =>
        (await UnavailableAsync(Answer.Status(status))).Problem.ShouldBe(ActivityFileProblem.NoFile);

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_is_Garmin_out_of_reach()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.CutOff(Random(50_000)));

        var failure = await Should.ThrowAsync<GarminUnreachableException>(() => DownloadAsync(garmin));

        failure.Message.ShouldBe("Garmin Connect did not answer the file of activity 5: the connection broke.");
    }

    [Fact]
    public async Task A_download_that_stalls_ends_after_the_time_limit()
    {
        await using var garmin = await GarminHarness.StartAsync(
            async context =>
            {
                await context.Response.StartAsync(context.RequestAborted);
                await context.Response.Body.WriteAsync(Random(1000), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Answer.Never()(context);
            },
            settings: ("DownloadTimeout", "00:00:01"));

        (await Should.ThrowAsync<GarminUnreachableException>(() => DownloadAsync(garmin))).Reason.ShouldBe("no answer in time");
    }

    [Theory]
    [InlineData(ActivityFileSource.Tcx, Tcx, "/download-service/export/tcx/activity/5", ActivityFileFormat.Tcx)]
    [InlineData(ActivityFileSource.Gpx, Gpx, "/download-service/export/gpx/activity/5", ActivityFileFormat.Gpx)]
    internal async Task Rendered_files_come_as_they_are(ActivityFileSource source, string content, string path, ActivityFileFormat format)
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Body(content, "application/xml", 200));

        await using var file = (await DownloadAsync(garmin, source)).ShouldBeOfType<ActivityDownload.Received>().File;

        file.Format.ShouldBe(format);
        Encoding.UTF8.GetString(await ReadAsync(file)).ShouldBe(content);
        garmin.Server.Requests.Single().Target.ShouldBe(path);
    }

    [Fact]
    public async Task A_page_instead_of_a_rendered_file_is_not_an_activity()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Html(200));

        var download = await DownloadAsync(garmin, ActivityFileSource.Tcx);

        download.ShouldBe(new ActivityDownload.Unavailable(ActivityFileProblem.NotAnActivity, "what Garmin Connect sent is no TCX"));
    }

    private static async Task<ActivityDownload.Unavailable> UnavailableAsync(RequestDelegate answer, params (string Name, string Value)[] settings)
    {
        await using var garmin = await GarminHarness.StartAsync(answer, settings: settings);
        return (await DownloadAsync(garmin)).ShouldBeOfType<ActivityDownload.Unavailable>();
    }

    private static async Task<ActivityFile> ReceiveAsync(GarminHarness garmin) => (await DownloadAsync(garmin)).ShouldBeOfType<ActivityDownload.Received>().File;

    private static Task<ActivityDownload> DownloadAsync(GarminHarness garmin, ActivityFileSource source = ActivityFileSource.Original) =>
        garmin.Client.DownloadActivityAsync(GarminHarness.Session(), 5, source, Token);

    private static async Task<byte[]> ReadAsync(ActivityFile file)
    {
        await using var content = file.OpenRead();
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, Token);
        return copy.ToArray();
    }

    private static byte[] Random(int length) => [.. Some.Fit, .. RandomNumberGenerator.GetBytes(length)];
}

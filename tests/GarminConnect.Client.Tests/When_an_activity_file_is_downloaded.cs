using System.Security.Cryptography;
using System.Text;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class When_an_activity_file_is_downloaded
{
    [Fact]
    public async Task All_FITs_of_a_ZIP_come_once_each_in_its_order()
    {
        var (first, second) = (Some.FitOf(10), Some.FitOf(20));
        var zip = Some.Zip(("5_1.fit", first), ("readme.txt", [1]), ("5_2.fit", second), ("again.fit", first), ("no.fit", [1, 2, 3]));
        await using var garmin = await GarminHarness.StartAsync(Answer.Bytes(zip));

        await using var file = (await garmin.DownloadAsync()).ShouldBeOfType<ActivityDownload.Received>().File;

        file.Length.ShouldBe(first.Length);
        file.Further.ShouldHaveSingleItem().Length.ShouldBe(second.Length);
    }

    [Fact]
    public async Task The_limit_is_for_all_files_of_a_ZIP_together()
    {
        var zip = Some.Zip(("1.fit", Some.FitOf(4000)), ("2.fit", Some.FitOf(4000)));

        (await GarminHarness.UnavailableAsync(Answer.Bytes(zip), ("MaxUnpackedBytes", "8000"))).Problem.ShouldBe(ActivityFileProblem.TooLarge);
    }

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
        var zip = Some.Zip(
            ("notes.txt", Some.Fit), ("fake.fit", new byte[100]), ("short.fit", [1]), ("track.gpx", Encoding.UTF8.GetBytes(Gpx)), ("real.FIT", Some.Fit));
        await using var garmin = await GarminHarness.StartAsync(Answer.Bytes(zip));

        await using var file = await ReceiveAsync(garmin);

        (await ReadAsync(file)).ShouldBe(Some.Fit);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(204)]
    [InlineData(200)]
    public async Task An_activity_entered_by_hand_has_no_file(int status) =>
        (await GarminHarness.UnavailableAsync(Answer.Status(status))).Problem.ShouldBe(ActivityFileProblem.NoFile);

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_is_Garmin_out_of_reach()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.CutOff(Some.FitOf(50_000)));

        var failure = await Should.ThrowAsync<GarminUnreachableException>(() => garmin.DownloadAsync());

        failure.Message.ShouldBe("Garmin Connect did not answer the file of activity 5: the connection broke.");
    }

    [Fact]
    public async Task A_download_that_stalls_ends_after_the_time_limit()
    {
        await using var garmin = await GarminHarness.StartAsync(
            async context =>
            {
                await context.Response.StartAsync(context.RequestAborted);
                await context.Response.Body.WriteAsync(Some.FitOf(1000), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Answer.Never()(context);
            },
            settings: ("DownloadTimeout", "00:00:01"));

        (await Should.ThrowAsync<GarminUnreachableException>(() => garmin.DownloadAsync())).Reason.ShouldBe("no answer in time");
    }

    [Theory]
    [InlineData(ActivityFileSource.Tcx, Tcx, "/download-service/export/tcx/activity/5", ActivityFileFormat.Tcx)]
    [InlineData(ActivityFileSource.Gpx, Gpx, "/download-service/export/gpx/activity/5", ActivityFileFormat.Gpx)]
    internal async Task Rendered_files_come_as_they_are(ActivityFileSource source, string content, string path, ActivityFileFormat format)
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Body(content, "application/xml", 200));

        await using var file = (await garmin.DownloadAsync(source)).ShouldBeOfType<ActivityDownload.Received>().File;

        file.Format.ShouldBe(format);
        Encoding.UTF8.GetString(await ReadAsync(file)).ShouldBe(content);
        garmin.Server.Requests.Single().Target.ShouldBe(path);
    }

    [Fact]
    public async Task A_page_instead_of_a_rendered_file_is_not_an_activity()
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Html(200));

        var download = await garmin.DownloadAsync(ActivityFileSource.Tcx);

        download.ShouldBe(new ActivityDownload.Unavailable(ActivityFileProblem.NotAnActivity, "what Garmin Connect sent is no TCX"));
    }

    private static async Task<ActivityFile> ReceiveAsync(GarminHarness garmin) =>
        (await garmin.DownloadAsync()).ShouldBeOfType<ActivityDownload.Received>().File;

    private static async Task<byte[]> ReadAsync(ActivityFile file)
    {
        await using var content = file.OpenRead();
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, Token);
        return copy.ToArray();
    }
}

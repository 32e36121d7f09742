using System.Security.Cryptography;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class When_a_downloaded_ZIP_is_wrong
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ZIP_without_an_activity_holds_none()
    {
        var unavailable = await GarminHarness.UnavailableAsync(Answer.Bytes(Some.Zip(("notes.txt", Some.Fit), ("fake.fit", new byte[100]))));

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
            (await garmin.DownloadAsync()).ShouldBe(
                new ActivityDownload.Unavailable(ActivityFileProblem.Damaged, "the ZIP from Garmin Connect is cut off or damaged"));
        }
    }

    [Fact]
    public async Task A_ZIP_with_a_flipped_byte_is_damaged()
    {
        var zip = Some.Zip(("5_ACTIVITY.fit", [.. Some.Fit, .. RandomNumberGenerator.GetBytes(5000)]));
        zip[3000] ^= 0x10;

        (await GarminHarness.UnavailableAsync(Answer.Bytes(zip))).Problem.ShouldBe(ActivityFileProblem.Damaged);
    }

    [Fact]
    public async Task A_page_instead_of_a_ZIP_is_damaged() =>
        (await GarminHarness.UnavailableAsync(Answer.Html(200))).Problem.ShouldBe(ActivityFileProblem.Damaged);

    [Fact]
    public async Task A_ZIP_that_unpacks_to_more_than_the_limit_is_too_large()
    {
        var unavailable = await GarminHarness.UnavailableAsync(Answer.Bytes(Some.Zip(("5.fit", Some.FitOf(20_000)))), ("MaxUnpackedBytes", "10000"));

        unavailable.ShouldBe(new ActivityDownload.Unavailable(ActivityFileProblem.TooLarge, "the unpacked file is larger than the limit of 10000 bytes"));
    }

    [Fact]
    public async Task A_ZIP_bomb_is_not_unpacked()
    {
        var bomb = Some.Zip(("5.fit", [.. Some.Fit, .. new byte[20 * 1024 * 1024]]));

        (await GarminHarness.UnavailableAsync(Answer.Bytes(bomb))).Problem.ShouldBe(ActivityFileProblem.TooLarge);
    }

    [Fact]
    public async Task A_download_over_the_limit_is_too_large() =>
        (await GarminHarness.UnavailableAsync(Answer.Bytes(Some.FitOf(20_000)), ("MaxDownloadBytes", "10000"))).Reason
            .ShouldBe("the download is larger than the limit of 10000 bytes");

    [Fact]
    public async Task A_ZIP_with_more_members_than_allowed_is_too_large()
    {
        var zip = Some.Zip([.. Enumerable.Range(0, 5).Select(number => ($"{number}.fit", Some.Fit))]);

        (await GarminHarness.UnavailableAsync(Answer.Bytes(zip), ("MaxArchiveEntries", "4"))).Reason.ShouldBe("the ZIP has 5 members, more than the limit of 4");
    }
}

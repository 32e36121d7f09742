using Shouldly;
using Xunit;

namespace FitTrack.Fit.Tests;

public class When_times_are_read
{
    private static readonly DateTimeOffset Noon = new(2025, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void They_are_UTC()
    {
        var file = new FitBytes().Define(0, FitBytes.RecordMessage, (253, 4, 0x86)).Data(0, (FitBytes.Noon, 4)).Read();

        file.Messages.Single().Timestamp!.Value.Utc.ShouldBe(Noon);
    }

    /// <summary>12:00:00 ends in 0 in five bits: what is added goes round after 31.</summary>
    [Fact]
    public void A_compressed_time_goes_on_from_the_last_one_and_round()
    {
        var file = new FitBytes()
            .Define(0, FitBytes.RecordMessage, (253, 4, 0x86), (3, 1, 0x02)).Define(1, FitBytes.RecordMessage, (3, 1, 0x02))
            .Data(0, (FitBytes.Noon, 4), (100, 1))
            .Compressed(1, (int)FitBytes.Noon + 5, (101, 1))
            .Compressed(1, (int)FitBytes.Noon + 5, (102, 1))
            .Compressed(1, (int)FitBytes.Noon + 35, (103, 1))
            .Compressed(1, (int)FitBytes.Noon + 66, (104, 1))
            .Data(0, (FitBytes.Noon + 1000, 4), (105, 1))
            .Compressed(1, (int)FitBytes.Noon + 1001, (106, 1))
            .Read();

        FitActivity.From(file).Records.Select(record => ((record.Time - Noon)!.Value.TotalSeconds, record.HeartRate))
            .ShouldBe([(0, 100), (5, 101), (5, 102), (35, 103), (66, 104), (1000, 105), (1001, 106)]);
    }

    [Fact]
    public void A_compressed_time_without_one_before_it_is_none()
    {
        var record = FitActivity.From(new FitBytes().Define(1, FitBytes.RecordMessage, (3, 1, 0x02)).Compressed(1, 7, (101, 1)).Read()).Records.Single();

        record.Message.Timestamp.ShouldBeNull();
        record.HeartRate.ShouldBe(101);
    }

    [Fact]
    public void A_device_that_did_not_know_the_date_gives_seconds_and_no_date()
    {
        var activity = FitActivity.From(
            new FitBytes().Define(0, FitBytes.RecordMessage, (253, 4, 0x86)).Data(0, (4711, 4)).Data(0, (0x0FFF_FFFF, 4)).Data(0, (0x1000_0000, 4)).Read());

        activity.Records.Select(record => record.Message.Timestamp!.Value.IsRelative).ShouldBe([true, true, false]);
        activity.Records.Select(record => record.Time.HasValue).ShouldBe([false, false, true]);
        activity.Records[0].Message.Timestamp!.Value.Seconds.ShouldBe(4711u);
    }

    [Theory]
    [InlineData(7200, 120)]
    [InlineData(-12_600, -210)]
    [InlineData(3601, 60)]
    [InlineData(0, 0)]
    public void The_athletes_clock_is_the_local_time_of_the_activity(int ahead, int minutes)
    {
        LocalOffset(FitBytes.Noon + ahead).ShouldBe(TimeSpan.FromMinutes(minutes));
    }

    [Theory]
    [InlineData(20 * 3600)]
    [InlineData(-20 * 3600)]
    [InlineData(-(long)FitBytes.Noon + 5)]
    [InlineData(uint.MaxValue - (long)FitBytes.Noon)]
    public void A_clock_that_is_on_no_wall_is_none(long ahead)
    {
        LocalOffset(FitBytes.Noon + ahead).ShouldBeNull();
    }

    private static TimeSpan? LocalOffset(long local) => FitActivity.From(
        new FitBytes().Define(0, 34, (253, 4, 0x86), (5, 4, 0x86)).Data(0, (FitBytes.Noon, 4), (local, 4)).Read()).LocalOffset;
}

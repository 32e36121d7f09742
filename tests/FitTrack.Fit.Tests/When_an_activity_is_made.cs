using Shouldly;
using Xunit;

namespace FitTrack.Fit.Tests;

public class When_an_activity_is_made
{
    private const int Session = 18;
    private const int Hrv = 78;
    private const int Length = 101;
    private const int Sport = 12;
    private const byte Time = 253;
    private const byte Byte = 0x02;
    private const byte Word = 0x84;
    private const byte DoubleWord = 0x86;

    [Fact]
    public void Enhanced_speed_and_altitude_go_before_the_plain_ones()
    {
        var file = new FitBytes().Define(0, FitBytes.RecordMessage, (6, 2, Word), (73, 4, DoubleWord), (2, 2, Word), (78, 4, DoubleWord))
            .Data(0, (3000, 2), (3250, 4), (2500, 2), (3000, 4))
            .Data(0, (3000, 2), (0xFFFF_FFFF, 4), (2500, 2), (0xFFFF_FFFF, 4))
            .Data(0, (0xFFFF, 2), (0xFFFF_FFFF, 4), (0xFFFF, 2), (0xFFFF_FFFF, 4)).Read();

        FitActivity.From(file).Records.Select(record => (record.SpeedMetersPerSecond, record.AltitudeMeters)).ShouldBe([(3.25, 100), (3, 0), (null, null)]);
    }

    [Fact]
    public void Positions_are_degrees_and_half_a_position_is_none()
    {
        var file = new FitBytes().Define(0, FitBytes.RecordMessage, (0, 4, 0x85), (1, 4, 0x85))
            .Data(0, (0x2000_0000, 4), (-0x4000_0000, 4))
            .Data(0, (0x7FFF_FFFF, 4), (5, 4))
            .Data(0, (5, 4), (0x7FFF_FFFF, 4))
            .Data(0, (0x5000_0000, 4), (5, 4)).Read();

        FitActivity.From(file).Records.Select(record => record.Position).ShouldBe([new FitPosition(45, -90), null, null, null]);
    }

    /// <summary>12 bits of speed in hundredths of m/s, 12 bits of distance in sixteenths of a metre: after 256 m the distance begins anew.</summary>
    [Fact]
    public void Compressed_distances_are_added_up_past_their_end()
    {
        var file = new FitBytes().Define(0, FitBytes.RecordMessage, (8, 3, 0x0D))
            .Data(0, (Compressed(250, 160), 3)).Data(0, (Compressed(300, 4080), 3)).Data(0, (0xFFFFFF, 3)).Data(0, (Compressed(0xFFF, 16), 3)).Data(0, (Compressed(310, 8), 3))
            .Read();

        FitActivity.From(file).Records.Select(record => (record.SpeedMetersPerSecond, record.DistanceMeters))
            .ShouldBe([(2.5, 10), (3, 255), (null, null), (null, 257), (3.1, 512.5)]);
    }

    [Fact]
    public void Cycles_and_power_are_added_up_past_their_end()
    {
        var file = new FitBytes().Define(0, FitBytes.RecordMessage, (18, 1, Byte), (28, 2, Word)).Data(0, (250, 1), (65_000, 2)).Data(0, (4, 1), (1000, 2)).Read();

        FitActivity.From(file).Records.Select(record => (record.TotalCycles, record.AccumulatedPowerWatts)).ShouldBe([(250, 65_000), (260, 66_536)]);
    }

    [Fact]
    public void A_distance_that_is_whole_goes_before_one_that_is_added_up()
    {
        var file = new FitBytes().Define(0, FitBytes.RecordMessage, (8, 3, 0x0D), (5, 4, DoubleWord)).Data(0, (Compressed(250, 160), 3), (123_45, 4)).Read();

        FitActivity.From(file).Records.Single().DistanceMeters.ShouldBe(123.45);
    }

    [Fact]
    public void A_cadence_has_its_fraction()
    {
        var file = new FitBytes().Define(0, FitBytes.RecordMessage, (4, 1, Byte), (53, 1, Byte)).Data(0, (85, 1), (64, 1)).Data(0, (85, 1), (0xFF, 1)).Data(0, (0xFF, 1), (64, 1)).Read();

        FitActivity.From(file).Records.Select(record => record.CadenceRpm).ShouldBe([85.5, 85, null]);
    }

    [Fact]
    public void Sports_have_names_and_unknown_ones_numbers()
    {
        var file = new FitBytes().Define(0, Session, (5, 1, 0), (6, 1, 0)).Data(0, (5, 1), (17, 1)).Data(0, (250, 1), (0xFF, 1)).Read();
        var activity = FitActivity.From(file);

        activity.Sport.ShouldBe(new FitCode(5, "swimming"));
        activity.SubSport!.Value.ToString().ShouldBe("lap_swimming");
        activity.Sessions.Select(session => session.Sport!.Value.ToString()).ShouldBe(["swimming", "250"]);
        activity.Sessions[1].SubSport.ShouldBeNull();
    }

    [Fact]
    public void Without_a_session_the_sport_is_what_the_watch_was_set_to_and_the_start_is_the_first_record()
    {
        var file = new FitBytes().Define(0, Sport, (0, 1, 0), (1, 1, 0)).Data(0, (2, 1), (8, 1))
            .Define(1, FitBytes.RecordMessage, (Time, 4, DoubleWord)).Data(1, (FitBytes.Noon, 4)).Data(1, (FitBytes.Noon + 1, 4)).Read();
        var activity = FitActivity.From(file);

        (activity.Sport!.Value.Name, activity.SubSport!.Value.Name).ShouldBe(("cycling", "mountain"));
        activity.StartTime.ShouldBe(new DateTimeOffset(2025, 6, 1, 12, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void It_starts_with_the_earliest_session()
    {
        var file = new FitBytes().Define(0, Session, (2, 4, DoubleWord)).Data(0, (FitBytes.Noon + 60, 4)).Data(0, (FitBytes.Noon, 4)).Data(0, (0xFFFF_FFFF, 4)).Read();

        FitActivity.From(file).StartTime.ShouldBe(new DateTimeOffset(2025, 6, 1, 12, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Lengths_of_a_pool_are_swims_and_rests()
    {
        var file = new FitBytes().Define(0, Length, (12, 1, 0), (7, 1, 0), (5, 2, Word), (3, 4, DoubleWord))
            .Data(0, (1, 1), (2, 1), (14, 2), (28_500, 4)).Data(0, (0, 1), (0xFF, 1), (0xFFFF, 2), (15_000, 4)).Read();

        FitActivity.From(file).Lengths.Select(length => (length.IsActive, length.Stroke?.Name, length.Strokes, length.ElapsedSeconds))
            .ShouldBe([(true, "breaststroke", 14, 28.5), (false, null, null, 15)]);
    }

    [Fact]
    public void Heartbeats_are_listed_without_the_places_that_are_empty()
    {
        var file = new FitBytes().Define(0, Hrv, (0, 6, Word)).Data(0, (812, 2), (0xFFFF, 2), (0xFFFF, 2)).Data(0, (790, 2), (805, 2), (0xFFFF, 2)).Read();

        FitActivity.From(file).RrIntervalsSeconds.ShouldBe([0.812, 0.79, 0.805]);
    }

    [Fact]
    public void What_is_no_activity_makes_an_empty_one()
    {
        var activity = FitActivity.From(new FitBytes().Define(0, 0, (0, 1, 0)).Data(0, (32, 1)).Define(1, 21, (0, 1, 0)).Data(1, (0, 1)).Read());

        activity.FileId.ShouldBeNull();
        activity.Events.ShouldBeEmpty();
        activity.StartTime.ShouldBeNull();
    }

    private static int Compressed(int speed, int distance) => speed | (distance << 12);
}

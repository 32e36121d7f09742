using System.Globalization;
using GarminSync.Web.Activities;
using GarminSync.Web.Charts;

namespace GarminSync.WebTests;

public sealed class When_charts_are_drawn
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void A_place_without_a_value_is_a_gap_and_a_value_alone_is_a_dot()
    {
        (double, double)?[] points = [(0, 1), (10, 2), null, (30, 4), null, (50, 6), (60, 7)];

        ChartPath.Line(points, i => i == 5).ShouldBe("M0 1L10 2M30 4h.01M50 6h.01M60 7h.01");
        ChartPath.Area(points, 9, _ => false).ShouldBe("M0 1L10 2L10 9L0 9ZM30 4L30 9ZM50 6L60 7L60 9L50 9Z");
    }

    [Fact]
    public void A_pause_and_a_hole_are_gaps_and_what_was_ridden_beside_them_is_none()
    {
        double[] elapsed = [0, 10, 20, 30, 40, 50, 60, 70, 80, 300, 310];

        TrackGaps.Of(elapsed, []).ShouldBeEmpty("the API says what is a hole: a thinned track has long steps everywhere");
        TrackGaps.Of(elapsed, [(80, 300)]).ShouldBe([8]);
        TrackGaps.Of(elapsed, [(80, 300), (22, 27)]).ShouldBe([2, 8], ignoreOrder: true);
        TrackGaps.Of(elapsed, [(100, 130)]).ShouldBeEmpty("most of that time was ridden, and only the records are left out");
        TrackGaps.Of(elapsed, [(80, 180), (180, 290)]).ShouldBe([8]);
        TrackGaps.Of(elapsed, [(20, 50)]).ShouldBe([2, 3, 4], ignoreOrder: true);
        TrackGaps.Of([], [(0, 1)]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, 10, "0 2.5 5 7.5 10")]
    [InlineData(93, 171, "100 120 140 160")]
    [InlineData(-3, 2, "-2 0 2")]
    [InlineData(0.02, 0.05, "0.02 0.03 0.04 0.05")]
    public void Numbers_are_marked_at_round_ones(double min, double max, string marks) =>
        string.Join(' ', Ticks.Numbers(min, max, 4, value => value.ToString("0.##", CultureInfo.InvariantCulture)).Select(tick => tick.Text)).ShouldBe(marks);

    [Fact]
    public void Hours_are_those_of_the_clock_also_when_it_is_changed()
    {
        // On this day the clock went from 2 to 3 in the morning.
        var day = new DateTimeOffset(2026, 3, 29, 0, 0, 0, TimeSpan.FromHours(1));

        var axis = ChartAxis.TimeOfDay(day, day.AddHours(6), Berlin);

        axis.Ticks.Select(tick => tick.Text).ShouldBe(["00:00", "01:00", "03:00", "04:00", "05:00", "06:00", "07:00"]);
        axis.Ticks[2].Value.ShouldBe(day.AddHours(2).ToUnixTimeSeconds());
    }

    [Theory]
    [InlineData("2026-11-01", "2026-11-05", "1 Nov|2 Nov|3 Nov|4 Nov|5 Nov")]
    [InlineData("2026-11-01", "2026-11-30", "2 Nov|9 Nov|16 Nov|23 Nov|30 Nov")]
    [InlineData("2025-12-15", "2026-11-30", "Jan 2026|Mar|May|Jul|Sep|Nov")]
    [InlineData("2020-03-01", "2025-03-01", "2021|2022|2023|2024|2025")]
    public void Days_are_marked_by_days_weeks_months_or_years(string from, string to, string marks) =>
        string.Join('|', Ticks.Days(DateOnly.Parse(from, null), DateOnly.Parse(to, null), 7).Select(tick => tick.Text)).ShouldBe(marks);

    [Theory]
    [InlineData(0)]
    [InlineData(47)]
    [InlineData(-68)]
    public void A_metre_of_a_track_is_as_long_in_every_direction(double latitude)
    {
        // A square of a kilometre, which in degrees is none away from the equator.
        const double Degree = 111_195;
        var (north, east) = (1000 / Degree, 1000 / Degree / Math.Cos((latitude + (500 / Degree)) * Math.PI / 180));

        var shape = TrackShape.Of([latitude, latitude + north, latitude + north, latitude], [8, 8, 8 + east, 8 + east], _ => false);

        shape.WidthMeters.ShouldBe(1000, 1);
        shape.HeightMeters.ShouldBe(1000, 1);
        var places = shape.Places.Split(' ').Select(place => place.Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        (places[2][0] - places[1][0]).ShouldBe(places[0][1] - places[1][1], 1);
        places[1][1].ShouldBeLessThan(places[0][1], "north is up");
    }

    [Fact]
    public void A_track_across_the_180th_meridian_does_not_go_around_the_world()
    {
        var shape = TrackShape.Of([0, 0, null], [179.99, -179.99, null], _ => false);

        shape.WidthMeters.ShouldBe(2224, 5);
        shape.Places.ShouldEndWith(" -");
    }
}

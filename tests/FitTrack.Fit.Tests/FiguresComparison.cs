using Shouldly;

namespace FitTrack.Fit.Tests;

/// <summary>Compares a file with what the other decoder read from it.</summary>
internal static class FiguresComparison
{
    public static void ShouldHave(this FitFile file, ExpectedFigures expected)
    {
        file.Messages.CountBy(message => message.Number).ToDictionary().ShouldBe(expected.Messages, ignoreOrder: true);

        var activity = FitActivity.From(file);
        var id = file.Parts[0].FileId!;
        (id.Type.ToString(), id.Manufacturer.ToString(), id.SerialNumber).ShouldBe((expected.Type, expected.Manufacturer, expected.SerialNumber));
        (activity.LocalOffset?.TotalSeconds).ShouldBe(expected.LocalOffsetSeconds);
        activity.Sessions.Select(ExpectedTotals.Of).ShouldBe(expected.Sessions);
        activity.Laps.Select(lap => ExpectedTotals.Of(lap.Totals)).ShouldBe(expected.Laps);
        Compare(activity.Records, expected);
        ExpectedSeries.Compare(expected.RrIntervals, activity.RrIntervalsSeconds.Select(seconds => (double?)seconds), nameof(expected.RrIntervals));
    }

    private static void Compare(IReadOnlyList<FitRecord> records, ExpectedFigures expected)
    {
        records.Select(record => record.Time).FirstOrDefault(time => time is not null).ShouldBe(expected.FirstTime);
        records.Select(record => record.Time).LastOrDefault(time => time is not null).ShouldBe(expected.LastTime);
        ExpectedSeries.Compare(expected.Latitude, records.Select(record => record.Position?.Latitude), nameof(expected.Latitude));
        ExpectedSeries.Compare(expected.Longitude, records.Select(record => record.Position?.Longitude), nameof(expected.Longitude));
        ExpectedSeries.Compare(expected.HeartRate, records.Select(record => record.HeartRate), nameof(expected.HeartRate));
        ExpectedSeries.Compare(expected.Cadence, records.Select(record => record.Message["cadence"]?.AsNumber()), nameof(expected.Cadence));
        ExpectedSeries.Compare(expected.Distance, records.Select(record => record.DistanceMeters), nameof(expected.Distance));
        ExpectedSeries.Compare(expected.Speed, records.Select(record => record.SpeedMetersPerSecond), nameof(expected.Speed));
        ExpectedSeries.Compare(expected.Altitude, records.Select(record => record.AltitudeMeters), nameof(expected.Altitude));
        ExpectedSeries.Compare(expected.Temperature, records.Select(record => record.TemperatureCelsius), nameof(expected.Temperature));
        ExpectedSeries.Compare(expected.Power, records.Select(record => record.PowerWatts), nameof(expected.Power));
    }
}

using Shouldly;

namespace FitTrack.Fit.Tests;

/// <summary>The values of a field over all records that have it.</summary>
internal sealed record ExpectedSeries(int Count, double Sum, double Min, double Max)
{
    private const double SumTolerance = 0.001;
    private const double Tolerance = 0.000001;

    public static void Compare(ExpectedSeries? expected, IEnumerable<double?> values, string what)
    {
        var present = values.OfType<double>().ToList();
        present.Count.ShouldBe(expected?.Count ?? 0, what);
        if (expected is not null)
        {
            present.Sum().ShouldBe(expected.Sum, SumTolerance, what);
            present.Min().ShouldBe(expected.Min, Tolerance, what);
            present.Max().ShouldBe(expected.Max, Tolerance, what);
        }
    }
}

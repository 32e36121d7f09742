namespace GarminConnect.Simulator.Activities;

/// <summary>A place in semicircles, the unit of FIT files (2^31 semicircles are 180 degrees).</summary>
internal sealed record Position(int LatitudeSemicircles, int LongitudeSemicircles)
{
    private const double SemicirclesPerDegree = 2147483648.0 / 180.0;

    public double Latitude => Math.Round(LatitudeSemicircles / SemicirclesPerDegree, 12);

    public double Longitude => Math.Round(LongitudeSemicircles / SemicirclesPerDegree, 12);

    public static Position FromDegrees(double latitude, double longitude) =>
        new((int)Math.Round(latitude * SemicirclesPerDegree), (int)Math.Round(longitude * SemicirclesPerDegree));
}

using System.Runtime.InteropServices;

namespace FitTrack.Fit;

/// <summary>A place on Earth, in WGS 84.</summary>
/// <param name="Latitude">Degrees, positive to the north.</param>
/// <param name="Longitude">Degrees, positive to the east.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FitPosition(double Latitude, double Longitude)
{
    private const double DegreesPerSemicircle = 180.0 / 0x8000_0000L;

    private const double Pole = 90;
    private const double DateLine = 180;

    internal static FitPosition? From(double? latitudeSemicircles, double? longitudeSemicircles) =>
        latitudeSemicircles * DegreesPerSemicircle is { } latitude and >= -Pole and <= Pole && longitudeSemicircles * DegreesPerSemicircle is { } longitude and >= -DateLine and <= DateLine
            ? new(latitude, longitude)
            : null;
}

namespace FitTrack.Fit;

/// <summary>One of a list that the FIT profile has, such as a sport or the kind of an event.</summary>
/// <param name="Number">Its number in the file.</param>
/// <param name="Name">The profile's name in lower case with underscores, for example <c>lap_swimming</c>; <see langword="null"/> when this library does not know the number.</param>
public readonly record struct FitCode(int Number, string? Name)
{
    /// <summary>The name, or the number where there is none.</summary>
    public override string ToString() => Name ?? Number.ToString(null, null);
}

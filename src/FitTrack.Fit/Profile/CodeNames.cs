namespace FitTrack.Fit.Profile;

/// <summary>The names of a list of the profile.</summary>
internal sealed class CodeNames
{
    private readonly Dictionary<int, string> _names = [];

    public CodeNames(params ReadOnlySpan<(int Number, string Name)> names)
    {
        foreach (var (number, name) in names)
        {
            _names.Add(number, name);
        }
    }

    public string? NameOf(int number) => _names.GetValueOrDefault(number);
}

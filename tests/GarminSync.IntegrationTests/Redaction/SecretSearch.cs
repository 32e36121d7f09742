using System.Buffers;
using System.Text;

namespace GarminSync.IntegrationTests.Redaction;

/// <summary>Looks for secrets, and for parts of them, in any of their forms. What it reports names a secret and never shows it.</summary>
internal sealed class SecretSearch
{
    /// <summary>A part of 19 characters of a secret has one of its pieces in it, whole.</summary>
    private const int PieceLength = 10;

    private readonly Dictionary<string, string> _found = new(StringComparer.Ordinal);
    private readonly SearchValues<string> _patterns;
    private readonly int[] _lengths;

    public SecretSearch(IEnumerable<(string Name, string Value)> secrets)
    {
        foreach (var (name, value) in secrets)
        {
            foreach (var (form, text) in Pieces(value).SelectMany(SecretForms.Of))
            {
                _found.TryAdd(Latin1(text), $"{name} ({form})");
                _found.TryAdd(text, $"{name} ({form})"); // in Latin-1, and in UTF-16 without its zeros
            }
        }

        _patterns = SearchValues.Create([.. _found.Keys], StringComparison.Ordinal);
        _lengths = [.. _found.Keys.Select(pattern => pattern.Length).Distinct()];
    }

    /// <summary>What is found, each with where it is.</summary>
    public IEnumerable<string> Find(IEnumerable<(string Place, byte[] Content)> places) =>
        places.SelectMany(place => Find(place.Content).Select(found => $"{place.Place}: {found}")).Distinct(StringComparer.Ordinal);

    public IEnumerable<string> Find(byte[] content)
    {
        var text = Encoding.Latin1.GetString(content);

        // UTF-16 without its zeros is the same text again.
        return Find(text).Concat(Find(text.Replace("\0", "", StringComparison.Ordinal)));
    }

    private IEnumerable<string> Find(string text)
    {
        for (var at = 0; text.AsSpan(at).IndexOfAny(_patterns) is >= 0 and var next; at++)
        {
            at += next;
            foreach (var length in _lengths.Where(length => at + length <= text.Length))
            {
                if (_found.TryGetValue(text.Substring(at, length), out var found))
                {
                    yield return found;
                }
            }
        }
    }

    // Bytes as characters: content of any kind can then be searched as text.
    private static string Latin1(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private static IEnumerable<string> Pieces(string value)
    {
        if (value.Length < PieceLength)
        {
            throw new ArgumentException("A secret that is this short is found by chance.", nameof(value));
        }

        for (var start = 0; start + PieceLength <= value.Length; start += PieceLength)
        {
            yield return value.Substring(start, PieceLength);
        }

        yield return value[^PieceLength..];
    }
}

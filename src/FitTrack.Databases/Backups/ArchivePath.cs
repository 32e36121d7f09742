namespace FitTrack.Databases.Backups;

/// <summary>Paths as an archive may have them: relative, with <c>/</c>, of plain letters, and never upwards.</summary>
internal static class ArchivePath
{
    /// <summary>Whether a path stays below whatever folder it is put under, on every operating system.</summary>
    public static bool IsInside(string path) => path.Split('/').All(IsPlain);

    private static bool IsPlain(string name) =>
        name.Length is > 0 and < 200 && name[0] != '.' && name[^1] != '.' && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-');
}

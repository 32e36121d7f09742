namespace GarminSync.Testing;

/// <summary>Looks for server programs on this machine.</summary>
internal static class Programs
{
    /// <summary>The first of the candidates that exists, then the name on PATH; null when there is none.</summary>
    public static string? Find(string name, params IEnumerable<string> candidates)
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name));
        return candidates.Concat(onPath).FirstOrDefault(File.Exists);
    }
}

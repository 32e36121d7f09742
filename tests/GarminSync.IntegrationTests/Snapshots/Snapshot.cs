using System.Text;
using Xunit.Sdk;

namespace GarminSync.IntegrationTests.Snapshots;

/// <summary>
/// Text files beside this class with what others rely on: clients in other languages, operators, and the rows and messages that an older version left behind.
/// They were recorded at 624c0aa; a line changes only when somebody means it to.
/// </summary>
internal static class Snapshot
{
    private const string Accept = "GARMINSYNC_ACCEPT_SNAPSHOTS";

    /// <summary>Compares with a file of this folder. With <c>GARMINSYNC_ACCEPT_SNAPSHOTS=1</c> in the environment the file is rewritten instead.</summary>
    public static async Task ShouldBeInAsync(this IEnumerable<string> lines, string file)
    {
        var now = lines.Order(StringComparer.Ordinal).ToList();
        if (Environment.GetEnvironmentVariable(Accept) is "1")
        {
            await File.WriteAllTextAsync(PathOf(file), string.Concat(now.Select(line => line + "\n")));
            return;
        }

        var before = LinesOf(file);
        if (!now.SequenceEqual(before, StringComparer.Ordinal))
        {
            throw new XunitException(Difference(file, before, now));
        }
    }

    /// <summary>What a file of this folder says, for a test that compares with it and never rewrites it.</summary>
    public static string[] LinesOf(string file) => File.ReadAllLines(PathOf(file));

    /// <summary>The folder of this test project, wherever it lies: that above the build's output.</summary>
    internal static string ProjectFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.GetFiles("*.csproj").Length == 0)
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run in a checkout.");
        }

        return folder.FullName;
    }

    private static string PathOf(string file) => Path.Combine(ProjectFolder(), "Snapshots", file);

    private static string Difference(string file, IReadOnlyList<string> before, IReadOnlyList<string> now)
    {
        var text = new StringBuilder($"Not as in Snapshots/{file}. Others rely on this: clients, operators, rows and messages of an older version.\n");
        text.AppendJoin('\n', Without(before, now).Select(line => $"- {line}").Concat(Without(now, before).Select(line => $"+ {line}")));
        return text.Append($"\nIf it is meant to change, run this test with {Accept}=1 and commit the file.").ToString();
    }

    private static List<string> Without(IReadOnlyList<string> lines, IReadOnlyList<string> others)
    {
        var left = lines.ToList();
        foreach (var other in others)
        {
            left.Remove(other);
        }

        return left;
    }
}

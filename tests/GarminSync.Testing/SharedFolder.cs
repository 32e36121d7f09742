using Xunit;

namespace GarminSync.Testing;

/// <summary>The folder <c>shared</c> beside the checkout, with recorded Garmin responses and FIT files. It is not part of the repository.</summary>
public static class SharedFolder
{
    /// <summary>Its full path; null in a checkout without it.</summary>
    public static string? Path { get; } = Find();

    /// <summary>The full path of a file or folder in it. Skips the calling test, saying so, when it is not there.</summary>
    public static string Require(params string[] relativePath)
    {
        var wanted = System.IO.Path.Combine(["shared", .. relativePath]);
        var found = Path is null ? "" : System.IO.Path.Combine([Path, .. relativePath]);
        Assert.SkipUnless(
            System.IO.Path.Exists(found),
            $"This test replays recorded data: '{wanted}' is not beside the checkout. The recordings are not part of the repository.");
        return found;
    }

    private static string? Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "FitTrack.Messaging.sln")))
        {
            folder = folder.Parent;
        }

        // A checkout may itself lie a level deeper, as a git worktree does.
        for (var above = folder?.Parent; above is not null; above = above.Parent)
        {
            var shared = System.IO.Path.Combine(above.FullName, "shared");
            if (Directory.Exists(System.IO.Path.Combine(shared, "recordings")))
            {
                return shared;
            }
        }

        return null;
    }
}

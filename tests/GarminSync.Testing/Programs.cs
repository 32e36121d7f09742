using System.Diagnostics;

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

    /// <summary>Whether the <c>docker</c> command is there and reaches an engine.</summary>
    public static async Task<bool> DockerWorksAsync(CancellationToken cancellationToken)
    {
        if (Find("docker") is not { } docker)
        {
            return false;
        }

        using var process = Process.Start(new ProcessStartInfo(docker, ["info"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(cancellationToken),
            process.StandardError.ReadToEndAsync(cancellationToken),
            process.WaitForExitAsync(cancellationToken));
        return process.ExitCode == 0;
    }
}

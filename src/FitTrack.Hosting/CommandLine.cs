namespace FitTrack.Hosting;

/// <summary>The arguments of a server: options, and nothing else.</summary>
internal static class CommandLine
{
    /// <summary>What is wrong with an argument that names no option; <see langword="null"/> when all do.</summary>
    public static string? Problem(IReadOnlyList<string> args)
    {
        for (var index = 0; index < args.Count; index++)
        {
            var argument = args[index];
            if (argument.Contains('=', StringComparison.Ordinal))
            {
                continue;
            }

            // Its value is the next one: "--urls http://localhost:8005".
            if (argument.StartsWith("--", StringComparison.Ordinal) && index + 1 < args.Count && !args[index + 1].StartsWith("--", StringComparison.Ordinal))
            {
                index++;
                continue;
            }

            return $"'{argument}' is no option. Options are written --Section:Name=value, or in the environment as Section__Name=value; docs/configuration.md has them all.";
        }

        return null;
    }
}

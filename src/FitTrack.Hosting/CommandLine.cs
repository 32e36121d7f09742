namespace FitTrack.Hosting;

/// <summary>The arguments of a server: options, and nothing else.</summary>
internal static class CommandLine
{
    /// <summary>What is wrong with an argument that names no option; <see langword="null"/> when all do. Options are read as .NET reads them.</summary>
    public static string? Problem(IReadOnlyList<string> args)
    {
        for (var index = 0; index < args.Count; index++)
        {
            if (args[index].Contains('=', StringComparison.Ordinal))
            {
                continue;
            }

            // Its value is the next one, whatever that looks like: "--urls http://localhost:8005".
            if ((args[index].StartsWith("--", StringComparison.Ordinal) || args[index].StartsWith('/')) && index + 1 < args.Count)
            {
                index++;
                continue;
            }

            // One that stands behind others may be the rest of a password with a blank in it.
            var which = index == 0 ? $"'{args[index]}'" : $"Argument {index + 1}";
            return $"{which} is no option. Options are written --Section:Name=value, or in the environment as Section__Name=value; docs/configuration.md has them all.";
        }

        return null;
    }
}

using System.Reflection;

namespace GarminSync.IntegrationTests.Snapshots;

/// <summary>The assemblies of the product, found in the build's output: however the code is divided among them, each type is found.</summary>
internal static class OurAssemblies
{
    private static readonly string[] Names = ["CentralDb", "FitTrack.", "GarminConnect.", "GarminSync."];

    private static readonly string[] OthersNames = [".Simulator", ".Testing", "Tests"];

    public static IReadOnlyList<Type> Types { get; } =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => Names.Any(ours => name.StartsWith(ours, StringComparison.Ordinal)) && !OthersNames.Any(others => name.EndsWith(others, StringComparison.Ordinal)))
            .SelectMany(name => Assembly.Load(name).GetTypes()),
    ];
}

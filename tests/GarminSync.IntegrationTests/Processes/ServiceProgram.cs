namespace GarminSync.IntegrationTests.Processes;

/// <summary>The built programs of this solution, of the same configuration as the tests.</summary>
internal static class ServiceProgram
{
    public static string CentralDb { get; } = Find("src", "CentralDb");

    public static string Consumers { get; } = Find("src", "GarminSync.Consumers");

    public static string Gateway { get; } = Find("src", "GarminSync.Gateway");

    public static string Standalone { get; } = Find("src", "GarminSync.Standalone");

    private static string Find(string folder, string project)
    {
        // …/tests/GarminSync.IntegrationTests/bin/{configuration}/net10.0
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var root = output.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        var program = Path.Combine(root, folder, project, "bin", output.Parent.Name, output.Name, $"{project}.dll");
        return File.Exists(program) ? program : throw new InvalidOperationException($"{program} is not there: build the whole solution first.");
    }
}

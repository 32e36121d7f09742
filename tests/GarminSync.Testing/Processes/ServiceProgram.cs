namespace GarminSync.Testing.Processes;

/// <summary>The built programs of this solution, of the same configuration as the tests.</summary>
public static class ServiceProgram
{
    public static string CentralDb { get; } = Find("src", "CentralDb");

    public static string Consumers { get; } = Find("src", "GarminSync.Consumers");

    public static string Gateway { get; } = Find("src", "GarminSync.Gateway");

    public static string Standalone { get; } = Find("src", "GarminSync.Standalone");

    public static string Simulator { get; } = Find("sandbox", "GarminConnect.Simulator");

    private static string Find(string folder, string project)
    {
        // …/tests/{project}/bin/{configuration}/net10.0
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var root = output.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        var program = Path.Combine(root, folder, project, "bin", output.Parent.Name, output.Name, $"{project}.dll");
        return File.Exists(program) ? program : throw new InvalidOperationException($"{program} is not there: build the whole solution first.");
    }
}

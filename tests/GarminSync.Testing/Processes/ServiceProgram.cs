namespace GarminSync.Testing.Processes;

/// <summary>The built programs of this solution, of the same configuration as the tests.</summary>
public static class ServiceProgram
{
    public static string CentralDb { get; } = Find("src", "CentralDb");

    public static string Consumers { get; } = Find("src", "GarminSync.Consumers");

    public static string Gateway { get; } = Find("src", "GarminSync.Gateway");

    public static string Standalone { get; } = Find("src", "GarminSync.Standalone");

    public static string Simulator { get; } = Find("sandbox", "GarminConnect.Simulator");

    public static string Demo { get; } = Find("sandbox", "GarminSync.Demo");

    /// <summary>The root folder of the checkout.</summary>
    public static string Checkout => Output.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;

    // …/tests/{project}/bin/{configuration}/net10.0
    private static DirectoryInfo Output => new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    private static string Find(string folder, string project)
    {
        var output = Output;
        var program = Path.Combine(Checkout, folder, project, "bin", output.Parent!.Name, output.Name, $"{project}.dll");
        return File.Exists(program) ? program : throw new InvalidOperationException($"{program} is not there: build the whole solution first.");
    }
}

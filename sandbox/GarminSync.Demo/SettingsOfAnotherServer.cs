using System.Collections;

namespace GarminSync.Demo;

/// <summary>A person who has a server of their own may have its options in the environment. None of them may lead the demo to that server's broker, database, folder or key.</summary>
internal static class SettingsOfAnotherServer
{
    private static readonly string[] Roots = ["DataFolder", "SecretsFolder", "Transport", "AllowedHosts"];

    /// <summary>Drops the options of the service from this process's environment. Addresses (<c>ASPNETCORE_URLS</c>) and the simulator's options stay; so does the command line.</summary>
    public static void Forget()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => (string)variable.Key).Where(IsOption))
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    private static bool IsOption(string name) =>
        Roots.Contains(name, StringComparer.OrdinalIgnoreCase)
        || (name.Contains("__", StringComparison.Ordinal) && !name.StartsWith("Simulator__", StringComparison.OrdinalIgnoreCase));
}

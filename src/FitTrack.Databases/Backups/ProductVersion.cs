using System.Reflection;

namespace FitTrack.Databases.Backups;

/// <summary>The version of this program.</summary>
internal static class ProductVersion
{
    /// <summary>As the build has it, without what follows a plus sign.</summary>
    public static string Current { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.Extensions.FileProviders;

namespace GarminSync.Web;

/// <summary>
/// Finds the list of static files. It is named after the program that was built, and the framework looks for the one of the program that runs; a test that hosts
/// the gateway has none of its own.
/// </summary>
internal static class PageFiles
{
    private static readonly string[] Hosts = ["GarminSync.Standalone", "GarminSync.Gateway"];

    /// <summary>What was not published lies where it was built or restored; the framework looks there in the environment Development only.</summary>
    public static void UseBuiltFiles(this WebApplicationBuilder builder)
    {
        // Else what was not published would get a route for any path, and calls of a wrong method would be answered as if there were nothing.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        if (Find(builder.Environment.ApplicationName, "runtime") is { } list)
        {
            builder.Configuration[WebHostDefaults.StaticWebAssetsKey] = list;
            StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
            return;
        }

        // What was published lies beside the program. The framework looks in the folder in which the program was started, which may be any.
        var published = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (Directory.Exists(published))
        {
            (builder.Environment.WebRootPath, builder.Environment.WebRootFileProvider) = (published, new PhysicalFileProvider(published));
        }
    }

    /// <summary>The list of endpoints; null when there is none.</summary>
    public static string? Endpoints(string applicationName) => Find(applicationName, "endpoints");

    private static string? Find(string applicationName, string list) =>
        Hosts.Prepend(applicationName).Select(host => Path.Combine(AppContext.BaseDirectory, $"{host}.staticwebassets.{list}.json")).FirstOrDefault(File.Exists);
}

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace FitTrack.Hosting;

/// <summary>Options from files, one value a file, which is how containers are handed their secrets.</summary>
public static class SecretsFolder
{
    private const string Key = "SecretsFolder";
    private const string Default = "/run/secrets";

    /// <summary>
    /// Adds each file of the folder as an option: <c>RabbitMq__Password</c> is <c>RabbitMq:Password</c>. The files win over the environment and the
    /// command line. The folder is the option <c>SecretsFolder</c>, else <c>/run/secrets</c> where there is one.
    /// </summary>
    /// <exception cref="StartRefusedException">The folder or a file in it cannot be read.</exception>
    public static WebApplicationBuilder AddSecretsFolder(this WebApplicationBuilder builder)
    {
        var named = builder.Configuration[Key];
        if (string.IsNullOrEmpty(named) && !Directory.Exists(Default))
        {
            return builder;
        }

        var folder = Path.GetFullPath(string.IsNullOrEmpty(named) ? Default : named);
        try
        {
            builder.Configuration.AddKeyPerFile(folder);
            return builder;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"The secrets in {folder} cannot be read: {exception.Message} {Key} names the folder; its files must be readable by the user '{Environment.UserName}'.",
                exception);
        }
    }
}

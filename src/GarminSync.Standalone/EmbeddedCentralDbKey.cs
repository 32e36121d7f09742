using System.Security.Cryptography;
using CentralDb.Client;
using FitTrack.Hosting;

namespace GarminSync.Standalone;

/// <summary>The API key of the CentralDB inside the standalone: made at first start, and used by whatever of this program calls that CentralDB.</summary>
internal static class EmbeddedCentralDbKey
{
    /// <summary>The file in the data folder, beside the sealing keys.</summary>
    public const string FileName = "centraldb.key";

    private const string ApiKey = $"{CentralDbOptions.SectionName}:{nameof(CentralDbOptions.ApiKey)}";
    private const string Url = $"{CentralDbOptions.SectionName}:{nameof(CentralDbOptions.Url)}";
    private const string OwnKey = $"{EmbeddedCentralDbOptions.SectionName}:{nameof(EmbeddedCentralDbOptions.OwnKey)}";

    /// <summary>Sets <c>CentralDb:ApiKey</c> to the key, unless there is one, or <see cref="EmbeddedCentralDbOptions.OwnKey"/> says no.</summary>
    /// <exception cref="StartRefusedException">The file cannot be read or made.</exception>
    public static void AddEmbeddedCentralDbKey(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (!string.IsNullOrEmpty(configuration[ApiKey]) || !(configuration.GetValue<bool?>(OwnKey) ?? string.IsNullOrEmpty(configuration[Url])))
        {
            return;
        }

        var path = Path.Combine(DataFolder.Get(configuration), FileName);
        try
        {
            PrivateFile.CreateIfMissing(path, $"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}\n");
            configuration[ApiKey] = File.ReadAllText(path).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The API key of CentralDB in {path} cannot be used: {exception.Message}", exception);
        }
    }
}

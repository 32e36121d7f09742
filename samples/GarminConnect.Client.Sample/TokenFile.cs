using System.Text.Json;
using GarminConnect.Client;

namespace GarminSample;

/// <summary>Keeps the tokens between runs, because Garmin limits sign-ins. Readable by this user alone; a service would seal them.</summary>
internal sealed class TokenFile(string folder)
{
    private readonly string _path = Path.Combine(folder, "tokens.json");

    /// <summary>Null when there are none yet.</summary>
    public async Task<GarminTokens?> ReadAsync() =>
        File.Exists(_path) ? JsonSerializer.Deserialize<GarminTokens>(await File.ReadAllTextAsync(_path)) : null;

    public async Task SaveAsync(GarminTokens tokens, CancellationToken cancellationToken)
    {
        // A new file that then takes the old one's place: a run that is killed here leaves the old tokens or the new ones, and never half a file.
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var file = new FileStream(_path + ".new", options))
        {
            await JsonSerializer.SerializeAsync(file, tokens, cancellationToken: cancellationToken);
        }

        File.Move(_path + ".new", _path, overwrite: true);
    }
}

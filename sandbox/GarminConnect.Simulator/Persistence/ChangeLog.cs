using System.Text.Json;

namespace GarminConnect.Simulator.Persistence;

/// <summary>
/// The changes of one store in a file, a line of JSON each, written before anybody hears of the change: so a simulator that is killed and started
/// again knows what it told its clients. Without a folder nothing is written.
/// </summary>
internal sealed class ChangeLog<T>(string? folder, string name)
{
    private readonly string? _file = folder is null ? null : Path.Combine(Directory.CreateDirectory(folder).FullName, name);

    /// <summary>All changes since the file was made, in order.</summary>
    public IReadOnlyList<T> Read()
    {
        if (!File.Exists(_file))
        {
            return [];
        }

        var text = File.ReadAllText(_file);
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        if (whole.Length < text.Length)
        {
            // It died within this line, before the answer: no client knows of it.
            File.WriteAllText(_file, whole);
        }

        return [.. whole.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<T>(line)!)];
    }

    public void Append(T change)
    {
        if (_file is not null)
        {
            File.AppendAllText(_file, JsonSerializer.Serialize(change) + "\n");
        }
    }
}

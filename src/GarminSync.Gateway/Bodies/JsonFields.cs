using System.Globalization;
using System.Text.Json;
using FitTrack.Hosting;

namespace GarminSync.Gateway.Bodies;

/// <summary>The fields of a JSON body, checked as they are read. An absent field and a null one are the same.</summary>
internal sealed class JsonFields(IReadOnlyDictionary<string, JsonElement> values)
{
    private readonly FieldErrors _errors = new();
    private readonly HashSet<string> _refused = [];
    private readonly HashSet<string> _read = [];

    /// <summary>Notes what is wrong with a field, in words that go on from its name, such as "must be text".</summary>
    public void Refuse(string name, string error)
    {
        _refused.Add(name);
        _errors.Add(name, error);
    }

    /// <summary>Refuses what was not read so far: where a field that is passed over would change what the others mean.</summary>
    public void RefuseOthers()
    {
        foreach (var name in values.Keys.Except(_read))
        {
            Refuse(name, "is not known here");
        }
    }

    /// <summary>Ends the reading.</summary>
    /// <exception cref="InvalidFieldsException">Some field was refused.</exception>
    public void ThrowIfInvalid()
    {
        if (_errors.Any)
        {
            throw new InvalidFieldsException(_errors);
        }
    }

    /// <summary>A password, token or code: any text but the empty one.</summary>
    public string RequiredSecret(string name)
    {
        var text = Read<string>(name, "must be text");
        return Required(name, string.IsNullOrEmpty(text) ? null : text);
    }

    public string RequiredText(string name) => Required(name, Text(name));

    /// <summary>A line of text; null when absent or blank.</summary>
    public string? Text(string name)
    {
        var text = Read<string>(name, "must be text")?.Trim();
        if (text is not null && text.Any(char.IsControl))
        {
            Refuse(name, "must not have control characters");
        }

        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>As <see cref="RequiredText"/>; an object is taken as the text that it is written as.</summary>
    public string RequiredTextOrObject(string name) =>
        values.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Object ? value.GetRawText() : RequiredText(name);

    public IReadOnlyList<string>? Texts(string name)
    {
        var texts = Read<List<string?>>(name, "must be a list of texts");
        if (texts is not null && texts.Exists(text => string.IsNullOrWhiteSpace(text) || text.Any(char.IsControl)))
        {
            Refuse(name, "must not have empty entries, nulls or control characters");
        }

        return texts?.OfType<string>().ToList();
    }

    public IReadOnlyList<string>? Choices(string name, params ReadOnlySpan<string> allowed)
    {
        var texts = Texts(name);
        foreach (var text in texts ?? [])
        {
            if (!allowed.Contains(text))
            {
                Refuse(name, $"takes only {string.Join(", ", allowed!)}");
                break;
            }
        }

        return texts;
    }

    public string? Choice(string name, params ReadOnlySpan<string> allowed)
    {
        var text = Text(name);
        if (text is not null && !allowed.Contains(text))
        {
            Refuse(name, $"must be {string.Join(" or ", allowed!)}");
        }

        return text;
    }

    /// <summary>A day, <c>YYYY-MM-DD</c>.</summary>
    public string? Day(string name)
    {
        var text = Text(name);
        if (text is not null && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            Refuse(name, "must be a day that exists, as YYYY-MM-DD");
        }

        return text;
    }

    public bool? Flag(string name) => Read<bool?>(name, "must be true or false");

    private T? Read<T>(string name, string otherwise)
    {
        _read.Add(name);
        if (!values.TryGetValue(name, out var value))
        {
            return default;
        }

        try
        {
            return value.Deserialize<T>();
        }
        catch (JsonException)
        {
            // A value of another type, or text that is not Unicode (half a surrogate pair).
            Refuse(name, otherwise);
            return default;
        }
    }

    private string Required(string name, string? text)
    {
        if (text is null && !_refused.Contains(name))
        {
            Refuse(name, "is required and must not be empty");
        }

        return text ?? "";
    }
}

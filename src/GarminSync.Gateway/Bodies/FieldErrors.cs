namespace GarminSync.Gateway.Bodies;

/// <summary>Collects what is wrong with a call, so that the caller hears everything at once.</summary>
internal sealed class FieldErrors
{
    private readonly SortedDictionary<string, List<string>> _errors = new(StringComparer.Ordinal);

    /// <summary>Notes what is wrong with a field: a phrase that goes on from its name, such as "is required".</summary>
    public void Add(string field, string error)
    {
        if (!_errors.TryGetValue(field, out var errors))
        {
            _errors[field] = errors = [];
        }

        errors.Add(error);
    }

    /// <summary>True when something was noted about the field.</summary>
    public bool Contains(string field) => _errors.ContainsKey(field);

    /// <exception cref="InvalidFieldsException">Something was noted.</exception>
    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw new InvalidFieldsException(_errors.ToDictionary(field => field.Key, field => field.Value.ToArray()));
        }
    }
}

namespace GarminSync.Gateway.Bodies;

/// <summary>Fields of a body or a query are missing or have values that are not allowed. Holds all of them; never a value.</summary>
internal sealed class InvalidFieldsException(IDictionary<string, string[]> errors) : Exception(Summarize(errors))
{
    /// <summary>What is wrong, by field.</summary>
    public IDictionary<string, string[]> Errors { get; } = errors;

    private static string Summarize(IDictionary<string, string[]> errors) =>
        string.Join(' ', errors.SelectMany(field => field.Value.Select(error => $"{field.Key} {error}.")));
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FitTrack.Hosting;

/// <summary>Collects what is wrong with a request, field by field, so that the caller learns all of it at once.</summary>
public sealed class FieldErrors
{
    private readonly SortedDictionary<string, List<string>> _errors = new(StringComparer.Ordinal);

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => _errors.Count > 0;

    /// <summary>Notes one error.</summary>
    /// <param name="field">The field as the caller wrote it, such as <c>steps[2].duration.value</c>.</param>
    /// <param name="message">What it must be, reading on from the field's name: "must be a number".</param>
    public void Add(string field, string message)
    {
        if (!_errors.TryGetValue(field, out var messages))
        {
            _errors[field] = messages = [];
        }

        messages.Add(message);
    }

    /// <summary>A 422 whose <c>detail</c> names the fields (the first five) and whose <c>errors</c> lists all.</summary>
    public ProblemHttpResult ToProblem()
    {
        var named = string.Join("; ", _errors.Take(5).Select(error => $"{error.Key} {string.Join(" and ", error.Value)}"));
        var detail = _errors.Count > 5 ? $"{named}; and {_errors.Count - 5} more, see errors." : $"{named}.";
        return TypedResults.Problem(new HttpValidationProblemDetails(_errors.Select(error => KeyValuePair.Create(error.Key, error.Value.ToArray())))
        {
            Status = StatusCodes.Status422UnprocessableEntity,
            Title = "Fields are missing or not valid.",
            Detail = detail,
        });
    }
}

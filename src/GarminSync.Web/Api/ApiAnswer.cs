namespace GarminSync.Web.Api;

/// <summary>What a call came to: a value, or why there is none.</summary>
/// <typeparam name="T">What the call gives.</typeparam>
internal sealed record ApiAnswer<T>
    where T : class
{
    private ApiAnswer(T? value, ApiProblem? problem) => (Value, Problem) = (value, problem);

    /// <summary>Null when there is a problem.</summary>
    public T? Value { get; }

    /// <summary>Null when there is a value.</summary>
    public ApiProblem? Problem { get; }

    public static implicit operator ApiAnswer<T>(T value) => new(value, null);

    public static implicit operator ApiAnswer<T>(ApiProblem problem) => new(null, problem);
}

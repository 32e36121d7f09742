using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FitTrack.Hosting;

/// <summary>Answers for requests that could not be read: 413 too large, 422 a JSON field of the wrong type (named), else what Kestrel or binding says.</summary>
internal sealed class BadRequestAnswers : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException bad)
        {
            return false;
        }

        await Answer(bad).ExecuteAsync(httpContext);
        return true;
    }

    private static ProblemHttpResult Answer(BadHttpRequestException bad) => bad switch
    {
        { InnerException: JsonException { InnerException: not JsonException, Path: { Length: > 1 } path } } => WrongType(path),
        { InnerException: JsonException json } => TypedResults.Problem(
            $"The body is not JSON that can be read (line {json.LineNumber + 1}, byte {json.BytePositionInLine}).", statusCode: StatusCodes.Status400BadRequest),
        { StatusCode: StatusCodes.Status413PayloadTooLarge } => TypedResults.Problem(
            $"The request is too large. {bad.Message}", statusCode: bad.StatusCode),
        _ => TypedResults.Problem(bad.Message, statusCode: bad.StatusCode),
    };

    private static ProblemHttpResult WrongType(string path)
    {
        var errors = new FieldErrors();
        errors.Add(path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path[1..], "is not a value of the expected type");
        return errors.ToProblem();
    }
}

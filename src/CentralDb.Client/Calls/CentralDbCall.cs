using System.Net;
using System.Text.Json;
using Polly.Timeout;
using Refit;

namespace CentralDb.Client;

/// <summary>Turns what goes wrong in a call into the two exceptions that say what to do next.</summary>
internal static class CentralDbCall
{
    /// <summary>The answer of a read; null when CentralDB has none, which it says as 404, null or an empty list.</summary>
    public static async Task<T?> OrNoneAsync<T>(string what, Func<Task<T?>> call, CancellationToken cancellationToken, bool secret = false)
        where T : class
    {
        try
        {
            return await RunAsync(what, call, cancellationToken, secret);
        }
        catch (CentralDbRejectedException rejected) when (rejected.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public static Task RunAsync(string what, Func<Task> call, CancellationToken cancellationToken, bool secret = false) =>
        RunAsync(
            what,
            async () =>
            {
                await call();
                return true;
            },
            cancellationToken,
            secret);

    /// <param name="secret">Whether the bodies hold secrets, which a careless server repeats in its error texts.</param>
    public static async Task<T> RunAsync<T>(string what, Func<Task<T>> call, CancellationToken cancellationToken, bool secret = false)
    {
        try
        {
            return await call();
        }
        catch (ApiException failure) when (IsTemporary(failure.StatusCode))
        {
            throw new CentralDbUnreachableException(what, Failure(failure.StatusCode, secret ? null : CentralDbErrorDetail.Of(failure.Content)));
        }
        catch (ApiException failure)
        {
            throw new CentralDbRejectedException(what, failure.StatusCode, secret ? null : CentralDbErrorDetail.Of(failure.Content));
        }
        catch (JsonException)
        {
            throw new CentralDbUnreachableException(what, "its answer is not what CentralDB answers");
        }
        catch (HttpRequestException exception)
        {
            throw new CentralDbUnreachableException(what, Describe(exception), exception);
        }
        catch (Exception exception)
            when (exception is TimeoutRejectedException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new CentralDbUnreachableException(what, "no answer in time", exception);
        }
    }

    public static bool IsTemporary(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    /// <summary>Why there is no answer, with what CentralDB says of it: a full disk, for one, is mended by whoever reads this.</summary>
    public static string Failure(HttpStatusCode status, string? detail) => $"it failed with HTTP {(int)status}{(detail is null ? "" : $": {detail.TrimEnd('.')}")}";

    private static string Describe(HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "its host name was not found",
        HttpRequestError.ConnectionError => "the connection could not be made",
        // With the reason: a certificate that has ended is mended by whoever reads this.
        HttpRequestError.SecureConnectionError => $"the secure connection could not be made: {exception.GetBaseException().Message.TrimEnd('.')}",
        _ => "the connection broke",
    };
}

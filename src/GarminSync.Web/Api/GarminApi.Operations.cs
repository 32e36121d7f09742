namespace GarminSync.Web.Api;

/// <summary>The calls that are the operator's.</summary>
internal sealed partial class GarminApi
{
    /// <param name="search">A part of a user name; null for all accounts.</param>
    /// <param name="limit">How many accounts.</param>
    /// <param name="cursor">From the page before; null for the first.</param>
    public Task<ApiAnswer<OperationsState>> OperationsAsync(string? search, int limit, string? cursor, CancellationToken cancellationToken) => AskAsync<OperationsState>(
        HttpMethod.Get, $"api/operations?q={Uri.EscapeDataString(search ?? "")}&limit={limit}&cursor={Uri.EscapeDataString(cursor ?? "")}", null, cancellationToken);

    public Task<ApiAnswer<DeadLetterQueueList>> DeadLetterQueuesAsync(CancellationToken cancellationToken) =>
        AskAsync<DeadLetterQueueList>(HttpMethod.Get, "api/dead-letters", null, cancellationToken);

    public Task<ApiAnswer<DeadLetterList>> DeadLettersAsync(string queue, int limit, CancellationToken cancellationToken) =>
        AskAsync<DeadLetterList>(HttpMethod.Get, $"{LettersOf(queue)}?limit={limit}", null, cancellationToken);

    public Task<ApiAnswer<PutBack>> PutBackAsync(string queue, string id, CancellationToken cancellationToken) =>
        AskAsync<PutBack>(HttpMethod.Post, $"{LettersOf(queue)}/{Uri.EscapeDataString(id)}/requeue", null, cancellationToken);

    public Task<ApiAnswer<PutBack>> PutAllBackAsync(string queue, CancellationToken cancellationToken) =>
        AskAsync<PutBack>(HttpMethod.Post, $"{LettersOf(queue)}/requeue", null, cancellationToken);

    /// <summary>Takes a dead letter away for good. Null when it is done.</summary>
    public async Task<ApiProblem?> DiscardAsync(string queue, string id, CancellationToken cancellationToken)
    {
        var (answer, problem) = await SendAsync(HttpMethod.Delete, $"{LettersOf(queue)}/{Uri.EscapeDataString(id)}", null, cancellationToken);
        answer?.Dispose();
        return problem;
    }

    private static string LettersOf(string queue) => $"api/dead-letters/{Uri.EscapeDataString(queue)}";
}

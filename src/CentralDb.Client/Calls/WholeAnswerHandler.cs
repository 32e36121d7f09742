namespace CentralDb.Client;

/// <summary>
/// Reads the whole answer before it passes it on. The handlers in front of this one limit the time of a call and repeat it, and without this they would
/// see no further than the headers.
/// </summary>
internal sealed class WholeAnswerHandler : DelegatingHandler
{
    private const long LargestAnswerBytes = 16 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(LargestAnswerBytes, cancellationToken);
        return response;
    }
}

namespace CentralDb.Client;

/// <summary>
/// Reads the whole answer before it passes it on. The handlers in front of this one limit the time of a call and repeat it, and without this they would
/// see no further than the headers. The download of a file is passed on as it comes.
/// </summary>
internal sealed class WholeAnswerHandler : DelegatingHandler
{
    /// <summary>The option of a request whose answer is passed on as it comes.</summary>
    public const string PartByPart = "CentralDb.Client.PartByPart";

    private const long LargestAnswerBytes = 16 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode || !request.Options.TryGetValue(new HttpRequestOptionsKey<object?>(PartByPart), out _))
        {
            await response.Content.LoadIntoBufferAsync(LargestAnswerBytes, cancellationToken);
        }

        return response;
    }
}

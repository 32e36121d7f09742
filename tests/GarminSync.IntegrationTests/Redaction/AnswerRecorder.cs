using System.Collections.Concurrent;
using System.Text;

namespace GarminSync.IntegrationTests.Redaction;

/// <summary>Keeps every answer, head and body, that comes through it.</summary>
internal sealed class AnswerRecorder() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    private readonly ConcurrentQueue<(string Place, byte[] Content)> _answers = new();

    public IReadOnlyCollection<(string Place, byte[] Content)> Answers => _answers;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        byte[] whole =
        [
            .. Encoding.UTF8.GetBytes($"{answer.ReasonPhrase}\n{answer.Headers}{answer.Content.Headers}\n"),
            .. await answer.Content.ReadAsByteArrayAsync(cancellationToken),
        ];
        _answers.Enqueue(($"answer {(int)answer.StatusCode} to {request.Method} {request.RequestUri!.AbsolutePath}", whole));
        return answer;
    }
}

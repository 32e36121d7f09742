using System.Collections.Concurrent;

namespace GarminSync.Gateway.Tests.Events;

/// <summary>A caller who notes when he has taken what was sent, and leaves when that was the answer to the third question.</summary>
internal sealed class Taken(ConcurrentQueue<string> happened, CancellationTokenSource leaving) : MemoryStream
{
    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (happened.LastOrDefault() != "taken")
        {
            happened.Enqueue("taken");
        }

        if (happened.Count(what => what == "asked") == 3)
        {
            await leaving.CancelAsync();
        }
    }
}

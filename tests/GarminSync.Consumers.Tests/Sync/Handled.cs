using System.Collections.Concurrent;
using MassTransit;

namespace GarminSync.Consumers.Tests.Sync;

/// <summary>Which messages an endpoint is through with, their commit included.</summary>
internal sealed class Handled(string endpoint) : IReceiveObserver
{
    private readonly ConcurrentDictionary<Guid, int> _times = new();

    public ConcurrentQueue<Exception> Failures { get; } = new();

    public int Times(Guid messageId) => _times.GetValueOrDefault(messageId);

    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostReceive(ReceiveContext context)
    {
        if (context.InputAddress.AbsolutePath.EndsWith(endpoint, StringComparison.Ordinal) && context.GetMessageId() is { } id)
        {
            _times.AddOrUpdate(id, 1, (_, times) => times + 1);
        }

        return Task.CompletedTask;
    }

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class
    {
        Failures.Enqueue(exception);
        return Task.CompletedTask;
    }

    public Task ReceiveFault(ReceiveContext context, Exception exception)
    {
        Failures.Enqueue(exception);
        return PostReceive(context);
    }
}

using MassTransit;

namespace GarminSync.Outbox.Tests;

/// <summary>Counts how often a handler has failed, tries that were repeated with success among them.</summary>
internal sealed class ConsumeFaults : IConsumeObserver
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public Task PreConsume<T>(ConsumeContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PostConsume<T>(ConsumeContext<T> context)
        where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception)
        where T : class
    {
        Interlocked.Increment(ref _count);
        return Task.CompletedTask;
    }
}

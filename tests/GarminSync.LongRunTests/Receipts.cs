using System.Collections.Concurrent;
using GarminSync.Consumers.Sync;
using MassTransit;

namespace GarminSync.LongRunTests;

/// <summary>What the endpoints of a process are busy with, and how often jobs were woken.</summary>
internal sealed class Receipts : IReceiveObserver, IConsumeMessageObserver<WorkDue>
{
    private int _atWork;
    private int _woken;

    public bool Idle => Volatile.Read(ref _atWork) == 0;

    public int Woken => Volatile.Read(ref _woken);

    public ConcurrentQueue<Exception> Failures { get; } = new();

    public Task PreReceive(ReceiveContext context)
    {
        Interlocked.Increment(ref _atWork);
        return Task.CompletedTask;
    }

    public Task PostReceive(ReceiveContext context)
    {
        Interlocked.Decrement(ref _atWork);
        return Task.CompletedTask;
    }

    public Task ReceiveFault(ReceiveContext context, Exception exception)
    {
        Failures.Enqueue(exception);
        return PostReceive(context);
    }

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class
    {
        Failures.Enqueue(exception);
        return Task.CompletedTask;
    }

    public Task PreConsume(ConsumeContext<WorkDue> context) => Task.CompletedTask;

    public Task PostConsume(ConsumeContext<WorkDue> context)
    {
        Interlocked.Increment(ref _woken);
        return Task.CompletedTask;
    }

    public Task ConsumeFault(ConsumeContext<WorkDue> context, Exception exception) => PostConsume(context);
}

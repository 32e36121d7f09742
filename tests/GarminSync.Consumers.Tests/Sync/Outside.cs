using MassTransit;

namespace GarminSync.Consumers.Tests.Sync;

/// <summary>Stands for the world outside the saga: hears everything and does nothing of itself, so that the test says what comes back, and when.</summary>
internal sealed class Outside<T>(Heard heard) : IConsumer<T>
    where T : class
{
    public Task Consume(ConsumeContext<T> context)
    {
        heard.Add(context.MessageId ?? Guid.Empty, context.Message);
        return Task.CompletedTask;
    }
}

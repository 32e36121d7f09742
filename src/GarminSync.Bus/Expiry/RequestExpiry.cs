using MassTransit;
using MassTransit.Context;

namespace GarminSync.Gateway.Messaging;

/// <summary>
/// When a request expires is in the message, for those who answer it, and not for the broker: RabbitMQ moves what has expired to the dead letters, where sealed
/// passwords would lie, and requests that nobody waits for hide what matters.
/// </summary>
internal sealed class RequestExpiry : IPublishObserver
{
    public Task PrePublish<T>(PublishContext<T> context)
        where T : class
    {
        if (context is { RequestId: not null, TimeToLive: not null } && context.TryGetPayload<MessageSendContext<T>>(out var request))
        {
            _ = request.Body.GetBytes(); // written now, with the time in it
            request.TimeToLive = null;
        }

        return Task.CompletedTask;
    }

    public Task PostPublish<T>(PublishContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PublishFault<T>(PublishContext<T> context, Exception exception)
        where T : class => Task.CompletedTask;
}

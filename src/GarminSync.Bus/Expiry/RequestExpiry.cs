using MassTransit;
using MassTransit.Context;

namespace GarminSync.Bus.Expiry;

/// <summary>
/// The sender's half of request expiry: the time at which a request expires stays in the message, where <see cref="ExpiredRequestFilter{T}"/> reads it, and is
/// kept from the broker. RabbitMQ would move an expired request to the dead letters, where sealed passwords do not belong and where it would hide real faults.
/// </summary>
public sealed class RequestExpiry : IPublishObserver
{
    /// <summary>Writes the body, with the time in it, and then takes the time to live off the delivery.</summary>
    public Task PrePublish<T>(PublishContext<T> context)
        where T : class
    {
        if (context is { RequestId: not null, TimeToLive: not null } && context.TryGetPayload<MessageSendContext<T>>(out var request))
        {
            _ = request.Body.GetBytes(); // serializes now, while the time is still there
            request.TimeToLive = null;
        }

        return Task.CompletedTask;
    }

    /// <summary>Does nothing.</summary>
    public Task PostPublish<T>(PublishContext<T> context)
        where T : class => Task.CompletedTask;

    /// <summary>Does nothing.</summary>
    public Task PublishFault<T>(PublishContext<T> context, Exception exception)
        where T : class => Task.CompletedTask;
}

using System.Net.Security;
using System.Security.Authentication;
using MassTransit;

namespace GarminSync.Bus;

/// <summary>The broker as production needs it: replicated queues, no message lost without a trace, and a server that proves who it is.</summary>
internal static class RabbitMqTopology
{
    // A message that kills its process is delivered again to the next one, so there must be a limit. RabbitMQ 4 has this one by default; 3 has none.
    private const int DeliveryLimit = 20;

    // The only way to notice a node that vanishes without closing its connections.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    public static void UseBroker(this IRabbitMqBusFactoryConfigurator rabbit, RabbitMqOptions options) => rabbit.Host(options.Url, host =>
    {
        host.PublisherConfirmation = true;
        host.Heartbeat(Heartbeat);
        if (options.Password is { } password)
        {
            host.Password(password);
        }

        if (options.ClusterHosts.Count > 0)
        {
            host.UseCluster(cluster =>
            {
                foreach (var node in options.ClusterHosts)
                {
                    cluster.Node(node);
                }
            });
        }

        if (options.Url.Scheme == "amqps")
        {
            host.UseSsl(ssl =>
            {
                // By default MassTransit accepts any certificate.
                ssl.ServerName = options.Url.Host;
                ssl.Protocol = SslProtocols.None; // leaves it to both sides to choose the best
                ssl.EnforcePolicyErrors(
                    SslPolicyErrors.RemoteCertificateChainErrors | SslPolicyErrors.RemoteCertificateNameMismatch | SslPolicyErrors.RemoteCertificateNotAvailable);
            });
        }
    });

    /// <summary>A queue that lasts, unless it is one of a single process.</summary>
    public static void UseQueueFor(this IRabbitMqReceiveEndpointConfigurator endpoint, string name)
    {
        if (ProcessQueueName.Is(name))
        {
            // As MassTransit makes the queue for answers. RabbitMQ 4.3 and later refuse a queue that is neither durable nor exclusive.
            endpoint.Durable = false;
            endpoint.AutoDelete = true;
            endpoint.Exclusive = true;
        }
        else
        {
            endpoint.UseDurableQueue();
        }
    }

    /// <summary>Makes quorum queues of the endpoint's queue and of its queues for errors and unknown messages.</summary>
    private static void UseDurableQueue(this IRabbitMqReceiveEndpointConfigurator endpoint)
    {
        endpoint.SetQuorumQueue();
        endpoint.SetQueueArgument("x-delivery-limit", DeliveryLimit);
        endpoint.BindDeadLetterQueue(LastingQueues.DeadLetters, LastingQueues.DeadLetters, queue => queue.SetQueueArgument("x-queue-type", "quorum"));

        // Confirms a message on its way to the dead letters, too. RabbitMQ wants an overflow rule with that, though the queue has no limit.
        endpoint.SetQueueArgument("x-dead-letter-strategy", "at-least-once");
        endpoint.SetQueueArgument("x-overflow", "reject-publish");
    }
}

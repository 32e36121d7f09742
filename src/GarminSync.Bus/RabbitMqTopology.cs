using System.Net.Security;
using System.Security.Authentication;
using MassTransit;

namespace GarminSync.Bus;

/// <summary>The broker as it is run in earnest: replicated queues, nothing that is lost without a trace, and a server that proves who it is.</summary>
internal static class RabbitMqTopology
{
    /// <summary>Exchange and queue of the messages that were delivered too often. One for all queues: their header <c>x-death</c> names the queue.</summary>
    private const string DeadLetters = "garmin-sync-dead-letters";

    // A message that takes its process down comes back with the next one. RabbitMQ 4 has this limit by default, 3 has none.
    private const int DeliveryLimit = 20;

    // Of a node that vanishes without closing its connections this is how it is noticed.
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
                // Left alone, MassTransit takes any certificate.
                ssl.ServerName = options.Url.Host;
                ssl.Protocol = SslProtocols.None; // the best that both sides have
                ssl.EnforcePolicyErrors(
                    SslPolicyErrors.RemoteCertificateChainErrors | SslPolicyErrors.RemoteCertificateNameMismatch | SslPolicyErrors.RemoteCertificateNotAvailable);
            });
        }
    });

    /// <summary>Makes the endpoint's queue, and its queues for errors and for what it does not know, quorum queues.</summary>
    public static void UseDurableQueue(this IRabbitMqReceiveEndpointConfigurator endpoint)
    {
        endpoint.SetQuorumQueue();
        endpoint.SetQueueArgument("x-delivery-limit", DeliveryLimit);
        endpoint.BindDeadLetterQueue(DeadLetters, DeadLetters, queue => queue.SetQueueArgument("x-queue-type", "quorum"));

        // On its way to the dead letters a message is confirmed like any other; that needs an overflow rule, though there is no limit to overflow.
        endpoint.SetQueueArgument("x-dead-letter-strategy", "at-least-once");
        endpoint.SetQueueArgument("x-overflow", "reject-publish");
    }
}

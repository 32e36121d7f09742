using System.Net.Security;
using System.Security.Authentication;
using RabbitMQ.Client;

namespace GarminSync.Bus;

/// <summary>A connection to the broker apart from MassTransit's, for what MassTransit has no words for: to look into a queue, and to count.</summary>
internal static class BrokerConnection
{
    // The largest message that RabbitMQ takes by default (3.x; 4.x takes less). The client's own limit is lower, and ends the connection.
    private const uint LargestMessage = 128 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <exception cref="RabbitMQ.Client.Exceptions.BrokerUnreachableException">No node can be reached, or none lets this user in.</exception>
    public static Task<IConnection> OpenAsync(RabbitMqOptions options, string name, CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory
        {
            Uri = options.Url,
            ClientProvidedName = name,
            AutomaticRecoveryEnabled = false,
            RequestedConnectionTimeout = Patience,
            ContinuationTimeout = Patience,
            MaxInboundMessageBodySize = LargestMessage,
        };
        factory.Password = options.Password ?? factory.Password;

        // The same demands as of MassTransit's connection: see RabbitMqTopology.
        var tls = new SslOption(options.Url.Host, enabled: options.Url.Scheme == "amqps")
        {
            Version = SslProtocols.None,
            AcceptablePolicyErrors = SslPolicyErrors.None,
        };
        factory.Ssl = tls;
        return options.ClusterHosts.Count == 0
            ? factory.CreateConnectionAsync(cancellationToken)
            : factory.CreateConnectionAsync([.. options.ClusterHosts.Select(host => Node(host, factory.Port, tls))], cancellationToken);
    }

    private static AmqpTcpEndpoint Node(string host, int defaultPort, SslOption tls) => host.Split(':') switch
    {
        [var name, { Length: > 0 } port] => new AmqpTcpEndpoint(name, ushort.Parse(port), tls),
        [var name, ..] => new AmqpTcpEndpoint(name, defaultPort, tls),
        _ => throw new ArgumentException("A node needs a name.", nameof(host)),
    };
}

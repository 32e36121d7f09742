namespace GarminSync.Bus;

/// <summary>Where the RabbitMQ broker is.</summary>
public sealed class RabbitMqOptions
{
    /// <summary>Address with user, password and virtual host; <c>amqps</c> for TLS. Default: a broker on this machine with its own default account.</summary>
    public Uri Url { get; set; } = new("amqp://guest:guest@localhost:5672/");

    /// <summary>The password, when it is not part of <see cref="Url"/>; for example a secret in a file of its own.</summary>
    public string? Password { get; set; }

    /// <summary>
    /// The nodes of a cluster, each <c>host</c> or <c>host:port</c>. A process connects to one of them, and to the next when that one is down.
    /// The host of <see cref="Url"/> is then only the cluster's name, the same for all processes. Default: none; the process connects to <see cref="Url"/>.
    /// </summary>
    public IReadOnlyList<string> ClusterHosts { get; set; } = [];
}

using System.ComponentModel.DataAnnotations;

namespace GarminSync.Bus;

/// <summary>How a process reaches the others. Bound from the configuration's root: <c>Transport</c> and <c>RabbitMq</c>.</summary>
public sealed class BusOptions : IValidatableObject
{
    /// <summary>The configuration section: the root.</summary>
    public const string SectionName = "";

    /// <summary>What carries the messages. Default: <see cref="Transport.RabbitMq"/>.</summary>
    public Transport Transport { get; set; } = Transport.RabbitMq;

    /// <summary>The broker.</summary>
    public RabbitMqOptions RabbitMq { get; set; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Transport != Transport.RabbitMq)
        {
            yield break;
        }

        if (!RabbitMq.Url.IsAbsoluteUri || RabbitMq.Url.Scheme is not ("amqp" or "amqps"))
        {
            yield return new ValidationResult(
                $"RabbitMq:Url has {(RabbitMq.Url.IsAbsoluteUri ? $"the scheme '{RabbitMq.Url.Scheme}'" : "no scheme")}; use amqp://user:password@host:5672/vhost, or amqps for TLS.",
                ["RabbitMq:Url"]);
        }

        foreach (var host in RabbitMq.ClusterHosts.Where(host => !IsHostAndPort(host)))
        {
            yield return new ValidationResult($"RabbitMq:ClusterHosts has '{host}'; write host or host:port.", ["RabbitMq:ClusterHosts"]);
        }
    }

    private static bool IsHostAndPort(string text) =>
        text.Split(':') is [var host, .. { Length: <= 1 } port]
        && Uri.CheckHostName(host) is (UriHostNameType.Dns or UriHostNameType.IPv4)
        && port.All(number => ushort.TryParse(number, out _));
}

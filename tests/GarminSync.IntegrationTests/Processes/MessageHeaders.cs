using System.Text;
using RabbitMQ.Client;

namespace GarminSync.IntegrationTests.Processes;

internal static class MessageHeaders
{
    /// <summary>A header as text; null when the message has none of that name.</summary>
    public static string? Header(this BasicGetResult message, string name) =>
        message.BasicProperties.Headers?.TryGetValue(name, out var value) is true
            ? value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value?.ToString()
            : null;
}

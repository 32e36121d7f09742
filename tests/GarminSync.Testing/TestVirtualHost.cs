using System.Net.Http.Json;
using System.Text.Json;

namespace GarminSync.Testing;

/// <summary>A RabbitMQ virtual host of its own: queues and exchanges of one test class cannot meet those of another.</summary>
/// <param name="amqp">The address to connect to, with user, password and virtual host.</param>
/// <param name="name">The name of the virtual host.</param>
/// <param name="management">The management API, authenticated.</param>
public sealed class TestVirtualHost(Uri amqp, string name, HttpClient management)
{
    /// <summary>The address to connect to, with user, password and virtual host.</summary>
    public Uri Amqp { get; } = amqp;

    public string Name { get; } = name;

    /// <summary>The names of its queues.</summary>
    public async Task<IReadOnlyList<string>> GetQueuesAsync(CancellationToken cancellationToken = default)
    {
        var queues = await management.GetFromJsonAsync<JsonElement>($"api/queues/{Name}", cancellationToken);
        return [.. queues.EnumerateArray().Select(queue => queue.GetProperty("name").GetString()!)];
    }

    /// <summary>What the management API says of one queue: type, arguments, messages (these are some seconds old).</summary>
    public Task<JsonElement> GetQueueAsync(string queue, CancellationToken cancellationToken = default) =>
        management.GetFromJsonAsync<JsonElement>($"api/queues/{Name}/{queue}", cancellationToken);
}

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

    /// <summary>What the management API says of all its <c>exchanges</c>, <c>queues</c> or <c>bindings</c>.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string what, CancellationToken cancellationToken = default)
    {
        var things = await management.GetFromJsonAsync<JsonElement>($"api/{what}/{Name}", cancellationToken);
        return [.. things.EnumerateArray()];
    }

    /// <summary>Its exchanges, queues and bindings, as the broker exports them.</summary>
    public Task<JsonElement> ExportAsync(CancellationToken cancellationToken = default) =>
        management.GetFromJsonAsync<JsonElement>($"api/definitions/{Name}", cancellationToken);

    /// <summary>Declares what was exported from another.</summary>
    public async Task ImportAsync(JsonElement definitions, CancellationToken cancellationToken = default)
    {
        using var imported = await management.PostAsJsonAsync($"api/definitions/{Name}", definitions, cancellationToken);
        imported.EnsureSuccessStatusCode();
    }

    /// <summary>What the management API says of one queue: type, arguments, messages (these are some seconds old).</summary>
    public Task<JsonElement> GetQueueAsync(string queue, CancellationToken cancellationToken = default) =>
        management.GetFromJsonAsync<JsonElement>($"api/queues/{Name}/{queue}", cancellationToken);

    /// <summary>What the management API says of its channels (some seconds old).</summary>
    public async Task<IReadOnlyList<JsonElement>> GetChannelsAsync(CancellationToken cancellationToken = default)
    {
        var channels = await management.GetFromJsonAsync<JsonElement>($"api/vhosts/{Name}/channels", cancellationToken);
        return [.. channels.EnumerateArray()];
    }

    /// <summary>Has the broker publish a copy of each message that it takes or gives to <c>amq.rabbitmq.trace</c>.</summary>
    public async Task StartTracingAsync(CancellationToken cancellationToken = default)
    {
        using var started = await management.PutAsJsonAsync($"api/vhosts/{Name}", new { tracing = true }, cancellationToken);
        started.EnsureSuccessStatusCode();
    }

    /// <summary>Makes a user who may do only this here; the patterns are regular expressions for names. Returns the user's address.</summary>
    public async Task<Uri> CreateUserAsync(
        string user, string configure, string write, string read, string password = "test", CancellationToken cancellationToken = default)
    {
        var userName = $"{user}-{Name}";
        using var made = await management.PutAsJsonAsync($"api/users/{userName}", new { password, tags = "" }, cancellationToken);
        made.EnsureSuccessStatusCode();
        using var permitted = await management.PutAsJsonAsync($"api/permissions/{Name}/{userName}", new { configure, write, read }, cancellationToken);
        permitted.EnsureSuccessStatusCode();
        return new UriBuilder(Amqp) { UserName = userName, Password = password }.Uri;
    }

    /// <summary>How many messages the broker has delivered again since it was started.</summary>
    public Task<long> GetRedeliveredAsync(CancellationToken cancellationToken = default) => CountAsync("redeliver", cancellationToken);

    /// <summary>One of the broker's counts of messages since it was started: <c>publish</c>, <c>confirm</c>, <c>ack</c> … (some seconds old).</summary>
    public async Task<long> CountAsync(string statistic, CancellationToken cancellationToken = default)
    {
        var host = await management.GetFromJsonAsync<JsonElement>($"api/vhosts/{Name}", cancellationToken);
        return host.TryGetProperty("message_stats", out var stats) && stats.TryGetProperty(statistic, out var count) ? count.GetInt64() : 0;
    }
}

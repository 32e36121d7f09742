using System.Text.Json;
using System.Text.RegularExpressions;
using GarminSync.Testing;

namespace GarminSync.IntegrationTests.Snapshots;

/// <summary>
/// What is declared in a virtual host, a line each. Of the queues for answers, which go with their process, the names of machine and program run are left out:
/// <c>{host}_{program}_bus_{id}</c>. So is what every virtual host has (<c>amq.*</c> and the bindings of the default exchange).
/// </summary>
internal static partial class BrokerTopology
{
    public static async Task<IReadOnlyList<string>> ReadAsync(TestVirtualHost virtualHost)
    {
        var exchanges = await virtualHost.ListAsync("exchanges");
        var queues = await virtualHost.ListAsync("queues");
        var bindings = await virtualHost.ListAsync("bindings");
        return
        [
            .. exchanges.Where(exchange => !IsBuiltIn(Name(exchange, "name"))).Select(exchange =>
                $"exchange {Name(exchange, "name")} {Text(exchange, "type")}{Flags(exchange, "durable", "auto_delete", "internal")}{Arguments(exchange)}")
                .Concat(queues.Select(queue => $"queue {Name(queue, "name")}{Flags(queue, "durable", "auto_delete", "exclusive")}{Arguments(queue)}"))
                .Concat(bindings.Where(binding => !IsBuiltIn(Name(binding, "source"))).Select(binding =>
                    $"binding {Name(binding, "source")} -> {Text(binding, "destination_type")} {Name(binding, "destination")} key '{Text(binding, "routing_key")}'{Arguments(binding)}"))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static bool IsBuiltIn(string exchange) => exchange.Length == 0 || exchange.StartsWith("amq.", StringComparison.Ordinal);

    private static string Name(JsonElement thing, string property) => AnswerQueue().Replace(Text(thing, property), "{host}_${program}_bus_{id}");

    private static string Text(JsonElement thing, string property) => thing.GetProperty(property).GetString()!;

    private static string Flags(JsonElement thing, params string[] flags) =>
        string.Concat(flags.Where(flag => thing.TryGetProperty(flag, out var value) && value.GetBoolean()).Select(flag => $" {flag}"));

    // Some brokers write the type of a queue that asked for none.
    private static string Arguments(JsonElement thing) => string.Concat(thing.GetProperty("arguments").EnumerateObject()
        .Where(argument => argument.Name != "x-queue-type" || argument.Value.GetString() != "classic")
        .OrderBy(argument => argument.Name, StringComparer.Ordinal)
        .Select(argument => $" {argument.Name}={argument.Value}"));

    [GeneratedRegex("^[^:]*_(?<program>[^_:]+)_bus_[^_:]+$", RegexOptions.ExplicitCapture)]
    private static partial Regex AnswerQueue();
}

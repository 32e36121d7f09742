using System.Security.Cryptography;
using System.Text.Json;

namespace GarminSync.IntegrationTests.Redaction;

/// <summary>The secrets of one run: those that people and operators give, made up here, and those that Garmin issues, read from the simulator's notes.</summary>
internal sealed class MarkedSecrets(string simulatorFolder)
{
    private readonly Dictionary<string, string> _made = new(StringComparer.Ordinal);

    public string Password { get; } = "pw-Zürich\"+/ &%<" + Random();

    public string WrongPassword { get; } = "no\\'?=#;" + Random();

    public string MfaCode { get; } = RandomNumberGenerator.GetString("0123456789", 12);

    public string WrongMfaCode { get; } = RandomNumberGenerator.GetString("0123456789", 12);

    public string OperatorKey { get; } = Random() + Random();

    public string CentralDbApiKey { get; } = Random();

    public string BrokerPassword { get; } = Random();

    /// <summary>A secret that is none of the others: a ticket or a token that Garmin never issued.</summary>
    public string MakeUp(string name) => _made[name] = Random();

    /// <summary>One that the service gave out.</summary>
    public void Add(string name, string value) => _made[name] = value;

    /// <summary>All of them, by name.</summary>
    /// <param name="keyFile">The keys in it are secrets too, wherever else they turn up.</param>
    public IReadOnlyList<(string Name, string Value)> All(string keyFile) =>
    [
        ("the password", Password),
        ("a wrong password", WrongPassword),
        ("the MFA code", MfaCode),
        ("a wrong MFA code", WrongMfaCode),
        ("the operator key", OperatorKey),
        ("CentralDB's API key", CentralDbApiKey),
        ("the broker's password", BrokerPassword),
        .. _made.Select(made => (made.Key, made.Value)),
        .. Keys(keyFile),
        .. Noted("tickets.jsonl", "Value").Select(ticket => ("a service ticket", ticket.Split('-')[2])),
        .. Noted("tokens.jsonl", "AccessToken").Select(token => ("an access token", Signature(token))),
        .. Noted("tokens.jsonl", "RefreshToken").Select(token => ("a refresh token", token)),
    ];

    /// <summary>The part of a token by which it is one; the others are claims.</summary>
    private static string Signature(string jwt) => jwt.Split('.')[2];

    private static IEnumerable<(string Name, string Value)> Keys(string keyFile) =>
        File.ReadAllLines(keyFile).Where(line => line.Contains(':', StringComparison.Ordinal)).Select(line => ("a sealing key", line.Split(':', 2)[1]));

    private HashSet<string> Noted(string file, string field) =>
    [
        .. File.ReadLines(Path.Combine(simulatorFolder, file))
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty(field).GetString())
            .OfType<string>(),
    ];

    private static string Random() => RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789", 24);
}

using System.Diagnostics.Metrics;

namespace GarminSync.Consumers.Accounts;

/// <summary>What is counted of accounts, without saying which (docs/telemetry.md).</summary>
internal static class AccountMetrics
{
    private const string Outcome = "garminsync.outcome";

    private static readonly Meter Meter = new("GarminSync.Consumers");

    private static readonly Counter<long> Logins = Meter.CreateCounter<long>("garminsync.logins", "{login}", "Logins at Garmin that ended, by outcome.");

    private static readonly Counter<long> Refreshes = Meter.CreateCounter<long>("garminsync.token.refreshes", "{refresh}", "Refreshes of tokens at Garmin, by outcome.");

    /// <summary>Makes them be there, as 0, before the first: what appears with a 1 looks as if nothing had happened.</summary>
    public static void Begin()
    {
        Logins.Add(0, Tag("linked"), By(unattended: false));
        Refreshes.Add(0, Tag("refreshed"));
    }

    /// <param name="outcome">A word, one of a few.</param>
    /// <param name="unattended">Whether the service did it by itself, with the stored password.</param>
    public static void LoginEnded(string outcome, bool unattended) => Logins.Add(1, Tag(outcome), By(unattended));

    /// <param name="outcome">A record that says how it ended; its type's name is told.</param>
    public static void Refreshed(object outcome) => Refreshes.Add(1, Tag(WordOf(outcome)));

    /// <summary>The name of a type, as a word: <c>SignInNeeded</c> is <c>sign_in_needed</c>.</summary>
    public static string WordOf(object outcome) =>
        string.Concat(outcome.GetType().Name.Select((letter, at) => char.IsUpper(letter) ? $"{(at > 0 ? "_" : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));

    private static KeyValuePair<string, object?> Tag(string outcome) => new(Outcome, outcome);

    private static KeyValuePair<string, object?> By(bool unattended) => new("garminsync.by", unattended ? "service" : "person");
}

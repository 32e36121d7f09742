using System.Text.Json;
using GarminConnect.Client;

namespace GarminSync.Consumers.Accounts;

/// <summary>A service ticket, read from what a person copied out of a browser.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Service">The service that it was issued for; null when the text does not say.</param>
internal sealed record CopiedTicket(string Ticket, string? Service)
{
    private const string Parameter = "?ticket=";

    /// <summary>Null when there is no ticket in the text.</summary>
    public static CopiedTicket? Read(string text)
    {
        text = text.Trim();
        var copied = text.StartsWith('{') ? FromAnswer(text) : text.Contains(Parameter, StringComparison.Ordinal) ? FromAddress(text) : new CopiedTicket(text, null);
        return LoginAnswer.IsTicket(copied?.Ticket) ? copied : null;
    }

    public override string ToString() => $"A service ticket of {Service}";

    private static CopiedTicket? FromAnswer(string json)
    {
        try
        {
            using var answer = JsonDocument.Parse(json);
            return LenientJson.Text(answer.RootElement, "serviceTicketId") is { } ticket
                ? new CopiedTicket(ticket, LenientJson.Text(answer.RootElement, "serviceURL"))
                : null;
        }
        catch (JsonException)
        {
            // Most likely the text was not copied to its end.
            return null;
        }
    }

    private static CopiedTicket FromAddress(string address)
    {
        var parts = address.Split(Parameter, 2);
        return new CopiedTicket(parts[1].Split('&', '#')[0], parts[0]);
    }
}

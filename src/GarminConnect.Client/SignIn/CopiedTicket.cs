using System.Text.Json;

namespace GarminConnect.Client;

/// <summary>A service ticket, read from what a person copied out of a browser.</summary>
/// <remarks>Source: docs/garmin-connect.md, section 2.7.</remarks>
/// <param name="Ticket">The ticket; secret until it is used.</param>
/// <param name="Service">The service to which it is bound; null when the text does not say.</param>
public sealed record CopiedTicket(string Ticket, string? Service)
{
    private const string Parameter = "?ticket=";

    /// <summary>Reads a ticket (<c>ST-…</c>), an address with <c>?ticket=</c> in it, or the whole JSON answer of Garmin's sign-in.</summary>
    /// <param name="text">What was copied; blanks around it do not matter.</param>
    /// <returns>Null when there is no ticket in the text.</returns>
    public static CopiedTicket? Read(string text)
    {
        text = text.Trim();
        var copied = text.StartsWith('{') ? FromAnswer(text) : text.Contains(Parameter, StringComparison.Ordinal) ? FromAddress(text) : new CopiedTicket(text, null);
        return SignInAnswer.IsTicket(copied?.Ticket) ? copied : null;
    }

    /// <summary>Names the service, and not the ticket.</summary>
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
            // Most likely only a part of it was copied.
            return null;
        }
    }

    private static CopiedTicket FromAddress(string address)
    {
        var parts = address.Split(Parameter, 2);
        return new CopiedTicket(parts[1].Split('&', '#')[0], parts[0]);
    }
}

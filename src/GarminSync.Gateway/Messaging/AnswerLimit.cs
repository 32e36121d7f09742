namespace GarminSync.Gateway.Messaging;

/// <summary>On a route: the longest time that its caller waits for an answer.</summary>
internal sealed record AnswerLimit(TimeSpan Limit)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);

    /// <summary>For calls of one request.</summary>
    public static readonly AnswerLimit OneRequest = new(GatewayClients.AnswerTimeout + Margin);

    /// <summary>For logins: first the sign of life of the consumers, then the login itself.</summary>
    public static readonly AnswerLimit Login = new(ConsumersProbe.Timeout + GatewayClients.LoginTimeout + Margin);
}

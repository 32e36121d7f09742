namespace GarminSync.Gateway.Messaging;

/// <summary>On a route: how long its caller waits at the most.</summary>
internal sealed record AnswerLimit(TimeSpan Limit)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);

    /// <summary>For calls of one request.</summary>
    public static readonly AnswerLimit OneRequest = new(GatewayClients.AnswerTimeout + Margin);

    /// <summary>For calls that log in: the sign of life, then the login.</summary>
    public static readonly AnswerLimit Login = new(ConsumersProbe.Timeout + GatewayClients.LoginTimeout + Margin);
}

namespace GarminSync.Contracts;

/// <summary>Asks to log in to Garmin Connect and to keep the tokens. Answer: <see cref="GarminLoginAnswered"/>.</summary>
/// <remarks>Gateway → consumers. One attempt at Garmin; never repeated by the machine.</remarks>
public sealed record LinkGarminAccount
{
    /// <summary>Garmin user name, nearly always an e-mail address; the CentralDB user is found or created by it.</summary>
    public required string UserName { get; init; }

    /// <summary>The password, sealed (<c>gs2.…</c>); never in the clear on the bus.</summary>
    public required string SealedPassword { get; init; }
}

namespace GarminSync.Gateway.Login;

/// <summary>The account is linked and can be synced. Describes the body that <see cref="AccountLinked"/> writes.</summary>
/// <param name="Message">Always the same sentence.</param>
internal sealed record LinkedAnswer(string Message);

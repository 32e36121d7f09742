namespace GarminSync.Consumers.Accounts;

/// <summary>How resealing the accounts ended.</summary>
/// <param name="Resealed">How many accounts were sealed again.</param>
/// <param name="Current">How many accounts needed nothing.</param>
/// <param name="Failures">A line for each account that failed; never holds a secret.</param>
internal sealed record ResealingResult(int Resealed, int Current, IReadOnlyList<string> Failures);

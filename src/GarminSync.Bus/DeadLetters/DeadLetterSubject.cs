namespace GarminSync.Bus.DeadLetters;

/// <summary>Whom a message that was put aside is about, as far as it says so.</summary>
/// <param name="UserId">The user; null when it names none.</param>
/// <param name="JobId">The job; null when it names none.</param>
/// <param name="UserName">The name with which a person logs in at Garmin, such as an e-mail address; null when it names none.</param>
public sealed record DeadLetterSubject(string? UserId, Guid? JobId, string? UserName);

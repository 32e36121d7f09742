namespace GarminSync.Gateway.Operations;

/// <summary>A queue that consumers read.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="Messages">Messages that wait in it; null when there is no such queue.</param>
/// <param name="Consumers">How many processes read it; null when there is no such queue.</param>
/// <param name="Errors">Dead letters: messages of it that failed each time.</param>
/// <param name="Skipped">Dead letters: messages of a type that its consumers do not know.</param>
internal sealed record QueueAnswer(string Queue, int? Messages, int? Consumers, int Errors, int Skipped);

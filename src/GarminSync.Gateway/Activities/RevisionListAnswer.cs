namespace GarminSync.Gateway.Activities;

/// <summary>What is known of the revisions of an activity.</summary>
/// <param name="Revisions">Newest first.</param>
internal sealed record RevisionListAnswer(IReadOnlyList<RevisionAnswer> Revisions);

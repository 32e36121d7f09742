namespace GarminSync.Outbox.Tests;

public sealed record OpenTally(Guid TallyId, string Name);

/// <summary>Starts a tally too, when it overtakes <see cref="OpenTally"/>.</summary>
public sealed record Tick(Guid TallyId);

public sealed record Ticked(Guid TallyId, int Count);

public sealed record TickByName(string Name);

public sealed record CloseTally(Guid TallyId);

public sealed record TallyClosed(Guid TallyId, int Count);

public sealed record GetTally(Guid TallyId);

public sealed record TallyCount(int Count);

public sealed record NoSuchTally(Guid TallyId);

public sealed record WriteNote(string Id);

public sealed record NoteWritten(string Id, int Number = 0);

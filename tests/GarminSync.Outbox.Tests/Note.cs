namespace GarminSync.Outbox.Tests;

internal sealed class Note
{
    public required string Id { get; init; }

    public string Text { get; set; } = "";

    public DateTimeOffset WrittenAt { get; set; }
}

namespace GarminSync.Outbox.Tests;

/// <summary>A row that one holder at a time may work on.</summary>
internal sealed class Seat
{
    public required string Id { get; init; }

    public DateTimeOffset? Until { get; set; }

    public Guid? Holder { get; set; }

    public Guid? Worker { get; set; }

    public int Losses { get; set; }
}

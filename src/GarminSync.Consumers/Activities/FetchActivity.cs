using GarminSync.Consumers.Sync;

namespace GarminSync.Consumers.Activities;

/// <summary>Work order: bring one activity with its files into CentralDB.</summary>
public sealed record FetchActivity : IWorkOrder
{
    public required Guid JobId { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary>Which try this is, from 1.</summary>
    public required int Attempt { get; init; }

    public required string UserId { get; init; }

    /// <summary>How many items of the account were in flight when this one was handed out, it included. 0 in orders of older versions.</summary>
    public int InFlight { get; init; }

    /// <summary>How many tries have failed by themselves; those that met an outage do not count. 0 in orders of older versions.</summary>
    public int Failures { get; init; }

    public required ActivityOrder Order { get; init; }
}

using GarminSync.Consumers.Sync;

namespace GarminSync.Consumers.Tests.Sync.AddedKind;

/// <summary>Work order: bring one shoe into CentralDB.</summary>
public sealed record FetchShoe : IWorkOrder
{
    public required Guid JobId { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary>Which try this is, from 1.</summary>
    public required int Attempt { get; init; }

    public required string UserId { get; init; }

    /// <summary>How many items of the account were in flight when this one was handed out, it included. 0 in orders of older versions.</summary>
    public int InFlight { get; init; }

    public required ShoeOrder Order { get; init; }
}

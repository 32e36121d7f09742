using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>What the orders of all kinds have in common.</summary>
[ExcludeFromTopology]
internal interface IWorkOrder
{
    Guid JobId { get; }

    Guid ItemId { get; }

    /// <summary>Which try this is, from 1.</summary>
    int Attempt { get; }

    string UserId { get; }

    /// <summary>How many items of the account were in flight when this one was handed out, it included. 0 in orders of older versions.</summary>
    int InFlight { get; }
}

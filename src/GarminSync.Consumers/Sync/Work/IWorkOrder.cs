using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>What every order to work on an item says.</summary>
[ExcludeFromTopology]
internal interface IWorkOrder
{
    Guid JobId { get; }

    Guid ItemId { get; }

    /// <summary>Which try this is, from 1.</summary>
    int Attempt { get; }

    string UserId { get; }
}

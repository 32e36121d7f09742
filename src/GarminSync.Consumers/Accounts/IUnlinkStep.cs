using MassTransit;

namespace GarminSync.Consumers.Accounts;

/// <summary>What else is to be done when an account is unlinked; a capability that builds on accounts adds its own.</summary>
internal interface IUnlinkStep
{
    /// <summary>Part of the unlinking: what it writes and publishes is committed with that, or not at all.</summary>
    Task UnlinkAsync(ConsumeContext context, string userId);
}

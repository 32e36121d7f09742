using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Schedules;

/// <summary>Forgets the schedule of an account that is unlinked, also that it wanted none.</summary>
internal sealed class ForgetSchedule(StateDb db, AccountStates states) : IUnlinkStep
{
    /// <inheritdoc/>
    public async Task UnlinkAsync(ConsumeContext context, string userId)
    {
        // Whoever sets a schedule meanwhile waits for the account, and then finds it unlinked.
        await states.LockAsync(userId, context.CancellationToken);
        await db.Set<ScheduleRow>().Where(row => row.UserId == userId).ExecuteDeleteAsync(context.CancellationToken);
    }
}

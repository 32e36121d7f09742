using GarminSync.Consumers.Accounts;

namespace GarminSync.Consumers.Sync;

/// <summary>What every <see cref="WorkOrderConsumer{TOrder}"/> works with.</summary>
internal sealed record WorkOrderTools(WorkClaims Claims, GarminSessions Sessions, WorkItemReports Reports, TimeProvider Clock);
